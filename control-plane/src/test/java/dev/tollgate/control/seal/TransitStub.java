package dev.tollgate.control.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The transit engine as Vault's API documentation has it: versions of a key count up at a rotation, the newest encrypts,
 * those from {@code min_decryption_version} on decrypt, what is not Vault's is answered 400 and a wrong token 403.
 */
final class TransitStub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NOTHING = new byte[0];

    private final HttpServer server;
    private final String token;
    private final Map<Integer, byte[]> versions = new HashMap<>();
    private int latest;
    private int minDecryptionVersion = 1;

    TransitStub(String token) throws IOException {
        this.token = token;
        rotate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/transit/encrypt/tollgate", exchange -> answer(exchange, this::encrypt));
        server.createContext("/v1/transit/decrypt/tollgate", exchange -> answer(exchange, this::decrypt));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void rotate() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        versions.put(++latest, key);
    }

    void forgetOlder() {
        minDecryptionVersion = latest;
    }

    private interface Operation {
        Map<String, String> on(JsonNode body) throws GeneralSecurityException;
    }

    private Map<String, String> encrypt(JsonNode body) throws GeneralSecurityException {
        byte[] plain = Base64.getDecoder().decode(body.path("plaintext").asText());
        byte[] sealed = new AesGcmJce(versions.get(latest)).encrypt(plain, NOTHING);
        return Map.of(
                "ciphertext", "vault:v" + latest + ":" + Base64.getEncoder().encodeToString(sealed));
    }

    private Map<String, String> decrypt(JsonNode body) throws GeneralSecurityException {
        String[] parts = body.path("ciphertext").asText().split(":");
        if (parts.length != 3 || !parts[0].equals("vault") || !parts[1].startsWith("v")) {
            throw new GeneralSecurityException("invalid ciphertext: no prefix");
        }
        int version = Integer.parseInt(parts[1].substring(1));
        if (version < minDecryptionVersion || !versions.containsKey(version)) {
            throw new GeneralSecurityException("ciphertext or signature version is disallowed by policy (too old)");
        }
        byte[] plain =
                new AesGcmJce(versions.get(version)).decrypt(Base64.getDecoder().decode(parts[2]), NOTHING);
        return Map.of("plaintext", Base64.getEncoder().encodeToString(plain));
    }

    private void answer(HttpExchange exchange, Operation operation) throws IOException {
        int status = 200;
        Object body;
        try {
            if (!exchange.getRequestMethod().equals("POST")) {
                throw new IllegalArgumentException("unsupported operation");
            }
            JsonNode asked = JSON.readTree(exchange.getRequestBody());
            if (!token.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                status = 403;
                body = Map.of("errors", List.of("permission denied"));
            } else {
                body = Map.of("request_id", "r", "lease_id", "", "renewable", false, "data", operation.on(asked));
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            status = 400;
            body = Map.of("errors", List.of(String.valueOf(e.getMessage())));
        }
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
