package dev.tollgate.bench.revocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The control plane's REST API as one signed-in person, as far as issuing and revoking keys needs it. */
public final class ControlPlane implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    /** Well under the life of an access token. */
    private static final long TOKEN_NANOS_MAX = 60_000_000_000L;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final TokenSource tokens;
    private String token = "";
    private long tokenNanos;

    /**
     * @param url without a slash at the end
     */
    public ControlPlane(String url, TokenSource tokens) {
        this.url = url;
        this.tokens = tokens;
    }

    /** Where access tokens come from. */
    @FunctionalInterface
    public interface TokenSource {
        String token() throws IOException, InterruptedException;
    }

    /**
     * A key as issued.
     *
     * @param secret the whole key
     * @param etag what revoking it must match
     */
    public record Issued(String id, String secret, String etag) {
        @Override
        public String toString() {
            return "Issued[" + id + ", redacted]";
        }
    }

    /** The id of any environment of the tenant. */
    public String environment() throws IOException, InterruptedException {
        JsonNode items =
                JSON.readTree(send("GET", "/environments", null, null).body()).required("items");
        if (items.isEmpty()) {
            throw new IOException("the tenant has no environment");
        }
        return items.get(0).required("id").asText();
    }

    /** Issues a key without grants: it is accepted, and sees nothing. */
    public Issued issue(String environment, String name) throws IOException, InterruptedException {
        ObjectNode key = JSON.createObjectNode().put("name", name).put("environmentId", environment);
        JsonNode issued = JSON.readTree(send("POST", "/keys", key, null).body());
        String id = issued.required("key").required("id").asText();
        String version = issued.required("key").required("version").asText();
        return new Issued(id, issued.required("secret").asText(), "\"" + version + "\"");
    }

    /** Revokes it and returns when that is answered. */
    public void revoke(Issued key) throws IOException, InterruptedException {
        ObjectNode reason = JSON.createObjectNode().put("reason", "measured");
        send("POST", "/keys/" + key.id() + "/revoke", reason, key.etag());
    }

    /** Takes a fresh token where the last grows old, so that no measured request has to. */
    public void refreshToken() throws IOException, InterruptedException {
        if (token.isEmpty() || System.nanoTime() - tokenNanos > TOKEN_NANOS_MAX) {
            token = tokens.token();
            tokenNanos = System.nanoTime();
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable JsonNode body, @Nullable String ifMatch)
            throws IOException, InterruptedException {
        refreshToken();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            // The answer's body is left out: that of a key would hold its secret.
            throw new IOException(method + " " + path + " answered " + answer.statusCode());
        }
        return answer;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
