package dev.tollgate.control.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The realm's admin REST API, as the control plane's service account. Keycloak's own client library would bring a second
 * JAX-RS implementation into the process for a handful of calls.
 */
@ApplicationScoped
public class KeycloakRealm {
    private static final Logger LOG = Logger.getLogger(KeycloakRealm.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** Well under the least life that a realm gives a token. */
    private static final long TOKEN_KEPT_NANOS = Duration.ofSeconds(20).toNanos();

    private final String url;
    private final String realm;
    private final String clientId;
    private final String clientSecret;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private volatile @Nullable Token token;

    private record Token(String text, long madeNanos) {
        boolean isFresh() {
            return System.nanoTime() - madeNanos < TOKEN_KEPT_NANOS;
        }
    }

    public KeycloakRealm(
            @ConfigProperty(name = "tollgate.keycloak.url") String url,
            @ConfigProperty(name = "tollgate.keycloak.realm") String realm,
            @ConfigProperty(name = "tollgate.keycloak.client-id") String clientId,
            @ConfigProperty(name = "tollgate.keycloak.client-secret", defaultValue = "unset") String clientSecret,
            ObjectMapper json) {
        this.url = url;
        this.realm = realm;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.json = json;
    }

    /** What is there; empty if nothing is. Refused if the realm is away. */
    public Optional<JsonNode> find(String path) {
        Reply reply = send("GET", path, null);
        if (reply.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(expectSuccess("answer", reply).body());
    }

    /** What the realm tells anyone, below its own address. Refused if it is away. */
    public JsonNode published(String path) {
        HttpResponse<byte[]> answer = exchange(HttpRequest.newBuilder(URI.create(url + "/realms/" + realm + path)));
        return expectSuccess("publish " + path, new Reply(answer.statusCode(), tree(answer.body()), Optional.empty()))
                .body();
    }

    /** What is there, and must be. */
    public JsonNode get(String path) {
        return expectSuccess("answer", send("GET", path, null)).body();
    }

    /**
     * Sends a request below the realm's admin address. Refused if the realm is away or broken; what else it answers is
     * the caller's to judge.
     */
    public Reply send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/admin/realms/" + realm + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)));
        HttpResponse<byte[]> answer = exchange(request);
        if (answer.statusCode() == 401) {
            token = null;
        }
        Optional<String> created = answer.headers().firstValue("Location").map(KeycloakRealm::lastSegment);
        return new Reply(answer.statusCode(), tree(answer.body()), created);
    }

    /** What the realm's token endpoint answers this service as a client. Refused if the realm is away. */
    public Reply redeem(String form) {
        return asClient("token", form);
    }

    /** What it answers to a sign-in that this service, as a client, wants begun (RFC 9126). Refused if the realm is away. */
    public Reply push(String form) {
        return asClient("ext/par/request", form);
    }

    private Reply asClient(String endpoint, String form) {
        HttpResponse<byte[]> answer = exchange(HttpRequest.newBuilder(URI.create(address(endpoint)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(credentials() + "&" + form)));
        return new Reply(answer.statusCode(), tree(answer.body()), Optional.empty());
    }

    /** One of the realm's addresses for clients, by what stands last in it: {@code auth}, {@code token}. */
    public String address(String endpoint) {
        return url + "/realms/" + realm + "/protocol/openid-connect/" + endpoint;
    }

    public String clientId() {
        return clientId;
    }

    private String credentials() {
        return "client_id=" + encoded(clientId) + "&client_secret=" + encoded(clientSecret);
    }

    /** The reply, or a refusal that says to try again; the log says what was answered. */
    public Reply expectSuccess(String what, Reply reply) {
        if (!reply.isSuccess()) {
            LOG.warnf("the identity provider did not %s: status %d", what, reply.status());
            throw unavailable();
        }
        return reply;
    }

    /** As part of a path or a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String token() {
        Token known = token;
        if (known != null && known.isFresh()) {
            return known.text();
        }
        Reply reply = redeem("grant_type=client_credentials");
        String fresh =
                expectSuccess("give a token", reply).body().path("access_token").asText();
        token = new Token(fresh, System.nanoTime());
        return fresh;
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            LOG.warnf("the identity provider cannot be reached: %s", e.getMessage());
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private JsonNode tree(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(body);
        } catch (IOException e) {
            LOG.warn("the identity provider answered no JSON");
            throw unavailable();
        }
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused unavailable() {
        return new Refused(new Refusal.Unavailable("The identity provider is not available; try again."));
    }

    private static String lastSegment(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
