package dev.tollgate.bench.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Free ports on loopback. Whoever is given one must bind it before anybody else does; on loopback that seldom fails. */
public final class Ports {
    private static final int CONNECT_MILLIS_MAX = 500;
    private static final long LOOK_MILLIS = 20;

    private Ports() {}

    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no port is free on loopback", e);
        }
    }

    /** Waits until somebody listens. */
    public static void awaitOpen(int port, Child child, Duration most) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!isOpen(port)) {
            child.checkAlive();
            if (System.nanoTime() > end) {
                throw new IOException(child.name() + " did not listen on " + port + " within " + most);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS_MAX);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
