package dev.tollgate.e2e.conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A hop before the gateway that adds one header line to each request and touches no other byte, for clients that cannot
 * be told to send one. A connection that one side closes is closed at the other.
 */
final class HeaderHop implements AutoCloseable {
    private static final int HEAD_BYTES_MAX = 64 * 1024;
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)\\s*$");

    private final ServerSocket door;
    private final URI target;
    private final byte[] line;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HeaderHop(ServerSocket door, URI target, String header) {
        this.door = door;
        this.target = target;
        this.line = (header + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static HeaderHop before(URI target, String header) throws IOException {
        var hop = new HeaderHop(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), target, header);
        Thread.startVirtualThread(hop::accept);
        return hop;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + target.getPath());
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
        try (client;
                var gateway = new Socket()) {
            open.add(client);
            gateway.connect(new InetSocketAddress(target.getHost(), target.getPort()));
            var answers = Thread.startVirtualThread(() -> copyAnswers(gateway, client));
            copyRequests(client, gateway);
            gateway.close();
            answers.join();
        } catch (IOException _) {
            // Either side left; the other is closed with it.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static void copyAnswers(Socket gateway, Socket client) {
        try (client) {
            gateway.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException _) {
            // Either side left.
        }
    }

    private void copyRequests(Socket client, Socket gateway) throws IOException {
        var in = new BufferedInputStream(client.getInputStream());
        var out = gateway.getOutputStream();
        for (var head = head(in); head.length > 0; head = head(in)) {
            var text = new String(head, StandardCharsets.ISO_8859_1);
            var firstLine = text.indexOf("\r\n") + 2;
            out.write(head, 0, firstLine);
            out.write(line);
            out.write(head, firstLine, head.length - firstLine);
            copyBody(in, out, text);
            out.flush();
        }
    }

    /** Up to the empty line; empty where the connection ended. */
    private static byte[] head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        var ending = 0;
        while (ending < 4) {
            var next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            head.write(next);
            ending = next == "\r\n\r\n".charAt(ending) ? ending + 1 : next == '\r' ? 1 : 0;
            if (head.size() > HEAD_BYTES_MAX) {
                throw new IOException("a request's head has more than " + HEAD_BYTES_MAX + " bytes");
            }
        }
        return head.toByteArray();
    }

    private static void copyBody(InputStream in, OutputStream out, String head) throws IOException {
        var length = LENGTH.matcher(head);
        if (length.find()) {
            out.write(in.readNBytes(Integer.parseInt(length.group(1))));
        } else if (head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding:")) {
            throw new IOException("a request of unknown length is not copied");
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var client : open) {
            client.close();
        }
    }
}
