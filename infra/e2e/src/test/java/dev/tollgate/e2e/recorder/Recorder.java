package dev.tollgate.e2e.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A hop before an upstream that passes every byte on as it is, and looks through all that goes to the upstream, request lines,
 * headers and bodies, for what agents present to Tollgate. One for each upstream, for as long as the tests run.
 */
public final class Recorder {
    private static final int CHUNK_BYTES = 16 * 1024;
    /** More than any key or token has, so that one is found whole wherever reads cut it. */
    private static final int OVERLAP_CHARS = 8 * 1024;

    private static final Map<InetSocketAddress, Recorder> ALL = new ConcurrentHashMap<>();
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();
    private static final AtomicLong LOOKED_THROUGH = new AtomicLong();

    private final ServerSocket door;
    private final InetSocketAddress upstream;

    private Recorder(InetSocketAddress upstream) {
        this.upstream = upstream;
        try {
            this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /** The same address, by way of a recorder. */
    public static URI before(URI upstream) {
        var recorder =
                ALL.computeIfAbsent(new InetSocketAddress(upstream.getHost(), upstream.getPort()), Recorder::new);
        var text = upstream.toString();
        return URI.create(text.replace(upstream.getRawAuthority(), "127.0.0.1:" + recorder.door.getLocalPort()));
    }

    /** What was found since the last look. */
    static List<String> takeFound() {
        var taken = new ArrayList<String>();
        for (var one = FOUND.poll(); one != null; one = FOUND.poll()) {
            taken.add(one);
        }
        return taken;
    }

    /** Bytes that went to upstreams through all recorders. */
    static long lookedThrough() {
        return LOOKED_THROUGH.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var gateway = door.accept();
                Thread.startVirtualThread(() -> serve(gateway));
            } catch (IOException _) {
                // The door was closed with the tests.
                return;
            }
        }
    }

    private void serve(Socket gateway) {
        try (gateway;
                var server = new Socket()) {
            server.connect(upstream);
            gateway.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.startVirtualThread(() -> watch(gateway, server));
            server.getInputStream().transferTo(gateway.getOutputStream());
        } catch (IOException _) {
            // Either side left; the other is closed with it.
        }
    }

    private static void watch(Socket gateway, Socket server) {
        try {
            look(gateway.getInputStream(), server.getOutputStream());
            server.shutdownOutput();
        } catch (IOException _) {
            // Either side left.
        }
    }

    private static void look(InputStream requests, OutputStream on) throws IOException {
        var chunk = new byte[CHUNK_BYTES];
        var seen = "";
        for (var read = requests.read(chunk); read >= 0; read = requests.read(chunk)) {
            var before = InboundCredentials.in(seen).size();
            var now = seen + new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
            var found = InboundCredentials.in(now);
            if (found.size() > before) {
                FOUND.addAll(found);
            }
            LOOKED_THROUGH.addAndGet(read);
            seen = now.substring(Math.max(0, now.length() - OVERLAP_CHARS));
            on.write(chunk, 0, read);
        }
    }
}
