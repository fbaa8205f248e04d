package dev.tollgate.local.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds free ports below the range that the kernel hands to outgoing connections: a port from that range could be taken
 * by any client while its server restarts.
 */
public final class FreePorts {
    private static final int FROM = 20_000;
    private static final int TO = 32_000;
    private static final int TRIES_MAX = 10_000;

    private FreePorts() {}

    public static List<Integer> find(int count) {
        var found = new LinkedHashSet<Integer>();
        for (int tries = 0; found.size() < count; tries++) {
            if (tries == TRIES_MAX) {
                throw new IllegalStateException("no " + count + " free ports between " + FROM + " and " + TO);
            }
            var port = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (isFree(port)) {
                found.add(port);
            }
        }
        return List.copyOf(found);
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
