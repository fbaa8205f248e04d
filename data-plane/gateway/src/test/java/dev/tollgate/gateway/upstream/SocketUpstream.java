package dev.tollgate.gateway.upstream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An MCP server on plain sockets, whose connections a test closes when it likes. */
final class SocketUpstream implements AutoCloseable {
    private static final int LOOK_MILLIS = 5;
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger callsRead = new AtomicInteger();
    private volatile boolean closeAfterReading;
    private volatile boolean resetting;
    private volatile boolean closeOnAccept;
    private volatile boolean closing;

    SocketUpstream() throws IOException {
        Thread.ofPlatform().daemon().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/mcp");
    }

    int connections() {
        return connections.get();
    }

    /** Calls of tools that were read whole. */
    int callsRead() {
        return callsRead.get();
    }

    void closeAfterReading(boolean reset) {
        resetting = reset;
        closeAfterReading = true;
    }

    void closeOnAccept() {
        closeOnAccept = true;
    }

    /** Returns when each connection is closed; none may be in the middle of a request. */
    void closeConnections() {
        closing = true;
        TestCaller.await(sockets::isEmpty);
        closing = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                if (closeOnAccept) {
                    socket.close();
                } else {
                    sockets.add(socket);
                    Thread.ofPlatform().daemon().start(() -> serve(socket));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            while (more(socket, in)) {
                String body = read(in);
                if (body == null) {
                    return;
                }
                if (body.contains("tools/call")) {
                    callsRead.incrementAndGet();
                    if (closeAfterReading) {
                        socket.setSoLinger(resetting, 0);
                        return;
                    }
                }
                socket.getOutputStream().write(answer(body).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.remove(socket);
        }
    }

    /** Waits for a request; false if there is none before the connection is to be closed. */
    private boolean more(Socket socket, BufferedInputStream in) throws IOException {
        socket.setSoTimeout(LOOK_MILLIS);
        while (!closing) {
            try {
                in.mark(1);
                if (in.read() < 0) {
                    return false;
                }
                in.reset();
                socket.setSoTimeout(0);
                return true;
            } catch (SocketTimeoutException e) {
                // Nothing yet: look whether to close.
                continue;
            }
        }
        return false;
    }

    /** A request's body; null at the end. */
    private static @Nullable String read(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); line != null; line = line(in)) {
            if (line.isEmpty()) {
                return new String(in.readNBytes(length), StandardCharsets.UTF_8);
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            }
        }
        return null;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            line.append((char) c);
        }
        return line.toString().trim();
    }

    private static String answer(String request) {
        Matcher id = ID.matcher(request);
        if (!id.find()) {
            return "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
        }
        String result = request.contains("\"initialize\"")
                ? "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"serverInfo\":{\"name\":\"s\",\"version\":\"1\"}}"
                : "{\"content\":[]}";
        String body = "{\"jsonrpc\":\"2.0\",\"id\":" + id.group(1) + ",\"result\":" + result + "}";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        closeConnections();
    }
}
