package dev.tollgate.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.ConnectionDeparture;
import dev.tollgate.model.api.ConnectionReturn;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.ToolApproval;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.Transport;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The suite's server as a tenant has it: an admin says what it knows the tenant by and connects it, as the console does, and an
 * agent calls its tool through a gateway. Where its credential needs attention then, the admin connects once more, and no more.
 */
final class ConnectedServer implements AutoCloseable {
    private static final String TOOL = "test-tool";
    private static final int CONNECTIONS_MAX = 2;

    private final Api api;
    private final Workshop workshop;
    private final URI url;
    private final Server server;
    private boolean connects = true;

    private ConnectedServer(Api api, Workshop workshop, URI url, Server server) {
        this.api = api;
        this.workshop = workshop;
        this.url = url;
        this.server = server;
    }

    static ConnectedServer made(Company company, Workshop workshop, String name, URI url) {
        var wanted = new NewServer(
                name,
                workshop.environment().id(),
                null,
                new Transport.StreamableHttp(url),
                null,
                PrefixMode.ALWAYS,
                ToolApproval.AUTO_NEW,
                null,
                null);
        var made = company.api().create("/api/v1/servers", wanted, Server.class);
        return new ConnectedServer(company.api(), workshop, url, made);
    }

    private String path() {
        return "/api/v1/servers/" + server.id();
    }

    /** By the client that the scenario has registered for us, if it has. */
    void knownBy(JsonNode context) {
        connects = !context.has("client_secret") || context.has("issuer");
        api.expect(
                Request.of("PUT", path() + "/credential")
                        .ifMatch(0)
                        .body(connects ? new NewServerCredential(oauth(context)) : credentials(context)),
                200);
    }

    private static NewOauthCredential oauth(JsonNode context) {
        return context.has("client_id")
                ? new NewOauthCredential(
                        OauthCredential.Who.TENANT,
                        URI.create(context.required("issuer").asText()),
                        context.required("client_id").asText(),
                        ClientMethod.CLIENT_SECRET_BASIC,
                        context.required("client_secret").asText(),
                        null,
                        null,
                        null)
                : new NewOauthCredential(OauthCredential.Who.TENANT);
    }

    /** Of the provider that the server's operator told the admin, as the server publishes it. */
    private NewServerCredential credentials(JsonNode context) {
        var published = Api.send(HttpRequest.newBuilder(url.resolve("/.well-known/oauth-protected-resource/mcp"))
                .build());
        var issuer =
                published.as(JsonNode.class).required("authorization_servers").required(0);
        return new NewServerCredential(new NewClientCredentials(
                URI.create(issuer.asText()),
                context.required("client_id").asText(),
                ClientMethod.CLIENT_SECRET_BASIC,
                context.required("client_secret").asText(),
                null,
                null,
                null));
    }

    /** Until its tool has been called, or it is clear that it will not be. */
    void serve(URI mcp) {
        var key = workshop.key(server.name(), server.name() + "__*");
        var agent = Agent.with(mcp, key.secret());
        for (int connection = 1; connection <= CONNECTIONS_MAX; connection++) {
            if (connects) {
                connect();
            }
            if (Eventually.gives("it is called, or needs attention", () -> called(agent))) {
                return;
            }
        }
        throw new AssertionError("its credential needs attention: " + token().reason());
    }

    private Optional<Boolean> called(Agent agent) {
        if (agent.tools().contains(server.name() + "__" + TOOL)
                && agent.call(server.name() + "__" + TOOL, Map.of()).text().contains("\"content\"")) {
            return Optional.of(true);
        }
        return token().state() == AccessTokenStatus.State.NEEDS_ATTENTION ? Optional.of(false) : Optional.empty();
    }

    private AccessTokenStatus token() {
        return Optional.ofNullable(
                        api.read(path() + "/credential", ServerCredential.class).token())
                .orElseThrow(() -> new AssertionError("there is no token"));
    }

    /** What the console does, with a browser whose person agrees to everything. */
    private void connect() {
        var departure = api.expect(Request.post(path() + "/connection/departure", new NewDeparture(null, null)), 200)
                .as(ConnectionDeparture.class);
        URI callback = followed(departure.address());
        assertThat(callback.getPath()).isEqualTo("/oauth/callback");
        var brought = query(followed(callback));
        api.expect(
                Request.post(
                        "/api/v1/connections/returns",
                        new ConnectionReturn(departure.id(), brought.get("handle"), departure.binding())),
                200);
    }

    private static URI followed(URI address) {
        Answer answer = Api.send(HttpRequest.newBuilder(address).build());
        return URI.create(answer.header("Location")
                .orElseThrow(() -> new AssertionError(address + " leads nowhere: " + answer.status())));
    }

    private static Map<String, String> query(URI address) {
        var query = new HashMap<String, String>();
        for (var each : List.of(address.getRawQuery().split("&"))) {
            var pair = each.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Override
    public void close() {
        workshop.remove(server);
    }
}
