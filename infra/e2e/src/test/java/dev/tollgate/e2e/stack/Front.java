package dev.tollgate.e2e.stack;

import dev.tollgate.local.fetch.Trees;
import dev.tollgate.local.port.FreePorts;
import dev.tollgate.local.process.Command;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An address before the stack of another host, scheme and path than its own. Nothing listens there but what a suite puts
 * there; it is laid out before the stack starts, so that its parts can be told of it.
 *
 * @param port of 127.0.0.1
 * @param keyStore with a certificate for {@code localhost} and its key
 * @param authority the same certificate in PEM, for whoever is to trust it
 */
public record Front(int port, Path keyStore, Path authority) {
    /** Where proxies that gateways believe come from; a loopback address that nobody else uses. */
    public static final InetAddress PROXY = loopback((byte) 2);

    public static final String PATH = "/tollgate";
    private static final String PASSWORD = "of the front";

    static Front laidOut(Path folder) throws IOException, InterruptedException {
        Trees.delete(folder);
        Files.createDirectories(folder);
        var store = folder.resolve("front.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var argv = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "front",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "3",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        new Command(argv, Map.of(), Optional.of(folder), folder.resolve("keytool.log")).run();
        var front = new Front(FreePorts.find(1).getFirst(), store, folder.resolve("front.pem"));
        Files.writeString(front.authority, front.pem());
        return front;
    }

    /** As gateways are known here, without a path of what they have. */
    public URI base() {
        return at(PATH);
    }

    public URI at(String path) {
        return URI.create("https://localhost:" + port + path);
    }

    public KeyStore keys() throws IOException {
        try (var in = new FileInputStream(keyStore.toFile())) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password());
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IOException("the front's certificate cannot be read", e);
        }
    }

    public char[] password() {
        return PASSWORD.toCharArray();
    }

    private String pem() throws IOException {
        try {
            var certificate = keys().getCertificate("front").getEncoded();
            var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate);
            return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException("the front's certificate cannot be written", e);
        }
    }

    private static InetAddress loopback(byte last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, last});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
