package dev.tollgate.e2e.listener;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which anything at all is said. */
final class RawSocket implements AutoCloseable {
    /** Longer than any bound that a listener has. */
    private static final int SILENCE_MILLIS_MAX = 120_000;

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

    private final Socket socket;

    private RawSocket(Socket socket) {
        this.socket = socket;
    }

    static RawSocket to(URI address) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(SILENCE_MILLIS_MAX);
        return new RawSocket(socket);
    }

    /** Whoever refuses may close before all of it has come; false if so. */
    boolean say(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Everything until the other side closes; it may end in a reset as well. */
    String rest() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                heard.write(buffer, 0, n);
            }
        } catch (SocketException e) {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** The first answer, to the end of what its head tells of, or until the other side closes. */
    String answer() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) {
                heard.write(b);
                String text = heard.toString(StandardCharsets.ISO_8859_1);
                if (b == '\n' && text.endsWith("\r\n\r\n")) {
                    byte[] body = socket.getInputStream().readNBytes(length(text));
                    return text + new String(body, StandardCharsets.ISO_8859_1);
                }
            }
        } catch (SocketException e) {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
