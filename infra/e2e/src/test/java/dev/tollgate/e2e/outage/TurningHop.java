package dev.tollgate.e2e.outage;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A hop that leads to one gateway until some words have come from it so many times on one connection. That connection is
 * broken behind them, and whoever connects from then on is led to the other gateway.
 */
final class TurningHop implements AutoCloseable {
    private static final int CHUNK_BYTES = 8 * 1024;

    /** Done when the words have come, before the connection is broken. */
    interface Turn {
        void done() throws Exception;
    }

    private final ServerSocket door;
    private final URI first;
    private final URI then;
    private final String words;
    private final int times;
    private final Turn turn;
    private final AtomicBoolean turned = new AtomicBoolean();

    private TurningHop(ServerSocket door, URI first, URI then, String words, int times, Turn turn) {
        this.door = door;
        this.first = first;
        this.then = then;
        this.words = words;
        this.times = times;
        this.turn = turn;
    }

    static TurningHop between(URI first, URI then, String words, int times, Turn turn) throws IOException {
        var door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        var hop = new TurningHop(door, first, then, words, times, turn);
        Thread.startVirtualThread(hop::accept);
        return hop;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + first.getPath());
    }

    boolean hasTurned() {
        return turned.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException _) {
                // The door was closed; nobody waits for an answer.
                return;
            }
        }
    }

    private void serve(Socket client) {
        var target = turned.get() ? then : first;
        try (client;
                var gateway = new Socket()) {
            gateway.connect(new InetSocketAddress(target.getHost(), target.getPort()));
            Thread.startVirtualThread(() -> copyRequests(client, gateway));
            copyAnswers(gateway.getInputStream(), client);
        } catch (IOException _) {
            // Either side left; the other is closed with it.
        }
    }

    private static void copyRequests(Socket client, Socket gateway) {
        try (gateway) {
            client.getInputStream().transferTo(gateway.getOutputStream());
        } catch (IOException _) {
            // Either side left.
        }
    }

    private void copyAnswers(InputStream answers, Socket client) throws IOException {
        var out = client.getOutputStream();
        var chunk = new byte[CHUNK_BYTES];
        var heard = new StringBuilder();
        for (var read = answers.read(chunk); read >= 0; read = answers.read(chunk)) {
            out.write(chunk, 0, read);
            heard.append(new String(chunk, 0, read, StandardCharsets.ISO_8859_1));
            if (!turned.get()
                    && heard.toString().split(words, -1).length > times
                    && turned.compareAndSet(false, true)) {
                turn();
                return;
            }
        }
    }

    private void turn() {
        try {
            turn.done();
        } catch (Exception e) {
            throw new IllegalStateException("the turn failed", e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
