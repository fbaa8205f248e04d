package dev.tollgate.local.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.local.part.Http;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Keycloak's token and admin REST APIs, as far as the stack's own set-up needs them. */
public final class KeycloakAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final String realm;
    private final String adminSecret;

    KeycloakAdmin(String url, String adminSecret) {
        this(url, "tollgate", adminSecret);
    }

    private KeycloakAdmin(String url, String realm, String adminSecret) {
        this.url = url;
        this.realm = realm;
        this.adminSecret = adminSecret;
    }

    /** Makes another realm beside ours, which has nothing to do with it, and answers its API. */
    public KeycloakAdmin withRealm(JsonNode other) throws IOException, InterruptedException {
        var made = new KeycloakAdmin(url, other.required("realm").asText(), adminSecret);
        expect("POST", "/admin/realms", other.toString());
        return made;
    }

    /** The address of the realm, which is its issuer. */
    public String issuer() {
        return url + "/realms/" + realm;
    }

    /** An access token for one of the realm's people, as {@code tollgate-cli} asks for it. */
    public String tokenOf(String username, String password) throws IOException, InterruptedException {
        return token(
                "tollgate",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "tollgate-cli",
                        "username",
                        username,
                        "password",
                        password));
    }

    /** GET below the realm's admin address. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", path, "").body());
    }

    /** PUT below the realm's admin address. */
    public void put(String path, JsonNode body) throws IOException, InterruptedException {
        send("PUT", path, body.toString());
    }

    /** POST below the realm's admin address. */
    public void post(String path, JsonNode body) throws IOException, InterruptedException {
        send("POST", path, body.toString());
    }

    /** DELETE below the realm's admin address. */
    public void delete(String path) throws IOException, InterruptedException {
        send("DELETE", path, "");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return expect(method, "/admin/realms/" + realm + path, body);
    }

    private HttpResponse<String> expect(String method, String path, String body)
            throws IOException, InterruptedException {
        var answer = Http.send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "Keycloak answered %d to %s %s: %s".formatted(answer.statusCode(), method, path, answer.body()));
        }
        return answer;
    }

    private String adminToken() throws IOException, InterruptedException {
        return token(
                "master",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        Keycloak.ADMIN_CLIENT,
                        "client_secret",
                        adminSecret));
    }

    private String token(String realm, Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = Http.send(
                HttpRequest.newBuilder(URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak gave no token (" + answer.statusCode() + "): " + answer.body());
        }
        return JSON.readTree(answer.body()).required("access_token").asText();
    }
}
