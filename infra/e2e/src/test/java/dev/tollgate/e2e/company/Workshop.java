package dev.tollgate.e2e.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.recorder.InboundCredentials;
import dev.tollgate.e2e.recorder.Recorder;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.ApproveTools;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolApproval;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.wire.WireJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Servers, tools, prices and keys of one environment, set up over REST and awaited until they hold. */
public final class Workshop {
    private final Tollgate tollgate;
    private final Api api;
    private final Environment environment;

    Workshop(Tollgate tollgate, Api api, Environment environment) {
        this.tollgate = tollgate;
        this.api = api;
        this.environment = environment;
    }

    public Environment environment() {
        return environment;
    }

    /** The demo server over Streamable HTTP, found by a gateway, its tools still waiting for an admin. */
    public Server everything(String name) {
        return connected(name, new Transport.StreamableHttp(tollgate.everything()), null);
    }

    /** As above; agents see at most the tools named. */
    public Server everything(String name, List<String> baseline) {
        return connected(name, new Transport.StreamableHttp(tollgate.everything()), baseline);
    }

    /** The file server over stdio, found by a gateway, its tools still waiting for an admin. */
    public Server filesystem(String name) {
        return connected(name, new Transport.Stdio("filesystem"), null);
    }

    /** A server over stdio by the name of its command, found by a gateway, its tools still waiting for an admin. */
    public Server command(String command) {
        return connected(command, new Transport.Stdio(command), null);
    }

    /** A server over HTTP with SSE, found by a gateway, its tools still waiting for an admin. */
    public Server sse(String name, URI url) {
        return connected(name, new Transport.Sse(url), null);
    }

    /** A server over Streamable HTTP, found by a gateway, its tools still waiting for an admin. */
    public Server streamable(String name, URI url) {
        return connected(name, new Transport.StreamableHttp(url), null);
    }

    /** A server over Streamable HTTP whose tools keep the names that they have there, found by a gateway. */
    public Server unprefixed(String name, URI url) {
        return connected(name, new Transport.StreamableHttp(url), null, PrefixMode.NEVER);
    }

    /** The same, with every tool that it has approved, be it none. */
    public Server unprefixedAndApproved(String name, URI url) {
        var made = created(name, new Transport.StreamableHttp(url), null, PrefixMode.NEVER);
        // That a gateway has called it is heard by another way than what was found there.
        Eventually.passes(
                "a gateway has looked at " + name,
                () -> assertThat(read(made.id()).health())
                        .returns(ServerHealth.State.HEALTHY, ServerHealth::state)
                        .extracting(ServerHealth::checkedAt)
                        .isNotNull());
        return read(made.id()).quarantinedTools() == 0 ? read(made.id()) : approveAll(made);
    }

    public void remove(Server server) {
        var now = read(server.id());
        api.expect(Request.of("DELETE", "/api/v1/servers/" + now.id()).ifMatch(now.version()), 204);
    }

    /** A service by its OpenAPI document, found by a gateway, its tools still waiting for an admin. */
    public Server openApi(String name, URI document) {
        return connected(name, new Transport.OpenApi(document, null), null);
    }

    private Server connected(String name, Transport transport, @Nullable List<String> baseline) {
        return connected(name, transport, baseline, PrefixMode.ALWAYS);
    }

    private Server connected(String name, Transport transport, @Nullable List<String> baseline, PrefixMode prefix) {
        var made = created(name, transport, baseline, prefix);
        Eventually.passes("a gateway has found the tools of " + name, () -> {
            var server = read(made.id());
            assertThat(server.health()).returns(ServerHealth.State.HEALTHY, ServerHealth::state);
            assertThat(server.quarantinedTools()).isPositive();
        });
        return read(made.id());
    }

    /** Everything that goes to a server over HTTP passes a recorder. */
    private static Transport recorded(Transport transport) {
        return switch (transport) {
            case Transport.StreamableHttp http -> new Transport.StreamableHttp(Recorder.before(http.url()));
            case Transport.Sse sse -> new Transport.Sse(Recorder.before(sse.url()));
            case Transport.OpenApi service ->
                new Transport.OpenApi(Recorder.before(service.document()), service.baseUrl());
            case Transport.Stdio pipe -> pipe;
        };
    }

    private Server created(String name, Transport transport, @Nullable List<String> baseline, PrefixMode prefix) {
        var wanted = new NewServer(
                name, environment.id(), null, recorded(transport), baseline, prefix, ToolApproval.MANUAL, null, null);
        return api.create("/api/v1/servers", wanted, Server.class);
    }

    public Server read(UUID server) {
        return api.read("/api/v1/servers/" + server, Server.class);
    }

    public Server approveAll(Server server) {
        var now = read(server.id());
        var waiting = tools(now).stream()
                .filter(tool -> tool.state() == Tool.State.QUARANTINED)
                .map(ApproveTools.Seen::of)
                .toList();
        api.expect(
                Request.post("/api/v1/servers/" + now.id() + "/tools/approve", new ApproveTools(waiting))
                        .ifMatch(now.version()),
                200);
        return read(server.id());
    }

    public List<Tool> tools(Server server) {
        return api.all("/api/v1/tools?server=" + server.id()).stream()
                .map(item -> WireJson.decode(item.toString().getBytes(StandardCharsets.UTF_8), Tool.class))
                .toList();
    }

    public Tool tool(Server server, String name) {
        return tools(server).stream()
                .filter(tool -> tool.name().equals(name))
                .findAny()
                .orElseThrow(() -> new AssertionError(name + " was not found on " + server.name()));
    }

    public Tool approve(Tool tool) {
        return api.expect(
                        Request.of("POST", "/api/v1/tools/" + tool.id() + "/approve")
                                .ifMatch(tool.version()),
                        200)
                .as(Tool.class);
    }

    public Price price(Server server, @Nullable String tool, String dollars) {
        return api.create(
                "/api/v1/prices",
                new NewPrice(
                        server.id(), tool, PriceTerms.perCall(Money.ofDollars(dollars), FailureCharges.FREE), null),
                Price.class);
    }

    public IssuedKey key(String name, String... grants) {
        return key(NewKey.simple(name, environment.id(), List.of(grants), null, null));
    }

    public IssuedKey key(NewKey key) {
        var issued = api.create("/api/v1/keys", key, IssuedKey.class);
        InboundCredentials.watchFor(issued.secret());
        return issued;
    }

    /** An agent with the key, once the gateway shows it exactly these tools. */
    public Agent agent(IssuedKey key, String... sees) {
        var agent = Agent.with(tollgate.mcp(), key.secret());
        Eventually.passes(
                "the gateway shows key " + key.key().name() + " its tools",
                () -> assertThat(agent.tools()).containsExactlyInAnyOrder(sees));
        return agent;
    }

    /** An agent with the key, once the gateway shows it this tool. */
    public Agent agentSeeing(IssuedKey key, String tool) {
        var agent = Agent.with(tollgate.mcp(), key.secret());
        Eventually.gives(
                "the gateway shows key " + key.key().name() + " the tool " + tool,
                () -> agent.tools().contains(tool) ? Optional.of(tool) : Optional.empty());
        return agent;
    }
}
