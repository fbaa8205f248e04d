package dev.tollgate.control.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A master key in HashiCorp Vault's transit engine ({@code POST /v1/<mount>/encrypt/<key>} and {@code …/decrypt/<key>}),
 * which never leaves it. Vault names its version in what it encrypts, {@code vault:v3:…}, so it is rotated there.
 */
final class VaultTransit implements KeyEncryption {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Pattern WRAPPED = Pattern.compile("(vault:v[0-9]{1,9}):[A-Za-z0-9+/=]{1,4096}");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final String key;
    private final Path tokenFile;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param address of Vault, as {@code VAULT_ADDR} has it
     * @param mount of the transit engine
     * @param tokenFile read at each request, so that an agent may renew what is in it
     */
    VaultTransit(URI address, String mount, String key, Path tokenFile) {
        this.base = URI.create(address.toString().replaceAll("/+$", "") + "/v1/" + mount + "/");
        this.key = key;
        this.tokenFile = tokenFile;
    }

    @Override
    public String current() {
        return version(wrap(new byte[0]));
    }

    @Override
    public byte[] wrap(byte[] dataKey) {
        Answer answer = post("encrypt", "plaintext", Base64.getEncoder().encodeToString(dataKey));
        String ciphertext = answer.text("ciphertext");
        if (answer.status != 200 || !WRAPPED.matcher(ciphertext).matches()) {
            throw new MasterKeyAway("Vault answers encrypt with status " + answer.status, null);
        }
        return ciphertext.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
        if (version(wrapped).isEmpty()) {
            throw new GeneralSecurityException("Vault has not wrapped this");
        }
        Answer answer = post("decrypt", "ciphertext", new String(wrapped, StandardCharsets.US_ASCII));
        return switch (answer.status) {
            case 200 -> Base64.getDecoder().decode(answer.text("plaintext"));
            // Vault's word for what its key did not encrypt, or encrypted with a version that may not decrypt any more.
            case 400 -> throw new GeneralSecurityException("Vault's key has not wrapped this");
            default -> throw new MasterKeyAway("Vault answers decrypt with status " + answer.status, null);
        };
    }

    private static String version(byte[] wrapped) {
        Matcher matcher = WRAPPED.matcher(new String(wrapped, StandardCharsets.US_ASCII));
        return matcher.matches() ? matcher.group(1) : "";
    }

    private record Answer(int status, JsonNode body) {
        String text(String member) {
            return body.path("data").path(member).asText();
        }
    }

    private Answer post(String operation, String member, String value) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(operation + "/" + key))
                    .timeout(TIMEOUT)
                    .header("X-Vault-Token", Files.readString(tokenFile).strip())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of(member, value))))
                    .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = response.statusCode() == 200 ? JSON.readTree(response.body()) : JSON.createObjectNode();
            return new Answer(response.statusCode(), body);
        } catch (IOException e) {
            throw new MasterKeyAway("Vault cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MasterKeyAway("Vault did not answer in time", e);
        }
    }
}
