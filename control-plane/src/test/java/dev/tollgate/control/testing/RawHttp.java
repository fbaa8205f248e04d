package dev.tollgate.control.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** One request on a connection of its own, whose answer is read as slowly as the test likes, byte for byte. */
public final class RawHttp implements AutoCloseable {
    private static final int RECEIVE_BYTES = 16 * 1024;
    private static final int SILENCE_MILLIS_MAX = 30_000;

    private final Socket socket;
    private final String head;

    private RawHttp(Socket socket, String head) {
        this.socket = socket;
        this.head = head;
    }

    public static RawHttp get(int port, String path, String token) throws IOException {
        return send(
                port,
                "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n");
    }

    /** Sends it and reads the answer's head. */
    public static RawHttp send(int port, String request) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BYTES);
        socket.setSoTimeout(SILENCE_MILLIS_MAX);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return new RawHttp(socket, head(socket.getInputStream()));
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    public String head() {
        return head;
    }

    /** What is left of the answer; it may end in a reset connection as well as in a closed one. */
    public byte[] readToEnd() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[RECEIVE_BYTES];
        try {
            for (int count = socket.getInputStream().read(buffer);
                    count >= 0;
                    count = socket.getInputStream().read(buffer)) {
                bytes.write(buffer, 0, count);
            }
        } catch (SocketException e) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
