package dev.tollgate.control.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.Slug;
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
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Organizations of a Keycloak realm, through three calls of its admin REST API. Keycloak's own client library would
 * bring a second JAX-RS implementation into the process for them.
 */
@ApplicationScoped
class KeycloakOrganizations implements OrganizationDirectory {
    private static final Logger LOG = Logger.getLogger(KeycloakOrganizations.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String url;
    private final String realm;
    private final String clientId;
    private final String clientSecret;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    KeycloakOrganizations(
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

    @Override
    public String ensure(Slug alias, String name) {
        String token = token();
        // Names are unique in a realm as aliases are, but customers' names are not: the alias serves as both.
        byte[] body = bytes(Map.of("name", alias.value(), "alias", alias.value(), "description", name));
        HttpResponse<byte[]> created = send(admin(token, "/organizations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        return switch (created.statusCode()) {
            case 201 -> lastSegment(created.headers().firstValue("Location").orElseThrow());
            case 409 -> find(token, alias);
            default -> throw away("create an organization", created);
        };
    }

    private String find(String token, Slug alias) {
        HttpResponse<byte[]> found =
                send(admin(token, "/organizations?exact=true&search=" + alias).GET());
        for (JsonNode organization : tree(found)) {
            if (alias.value().equals(organization.path("alias").asText())) {
                return organization.path("id").asText();
            }
        }
        throw new Refused(new Refusal.WrongState("The identity provider has another organization of that name."));
    }

    private String token() {
        String form = "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret="
                + encoded(clientSecret);
        HttpResponse<byte[]> answer =
                send(HttpRequest.newBuilder(URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        return tree(answer).path("access_token").asText();
    }

    private HttpRequest.Builder admin(String token, String path) {
        return HttpRequest.newBuilder(URI.create(url + "/admin/realms/" + realm + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
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

    private JsonNode tree(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw away("answer", answer);
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            LOG.warnf("the identity provider answered no JSON: %s", e.getMessage());
            throw unavailable();
        }
    }

    private byte[] bytes(Map<String, String> body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused away(String what, HttpResponse<byte[]> answer) {
        LOG.warnf("the identity provider did not %s: status %d", what, answer.statusCode());
        return unavailable();
    }

    private static Refused unavailable() {
        return new Refused(new Refusal.Unavailable("The identity provider is not available; try again."));
    }

    private static String lastSegment(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
