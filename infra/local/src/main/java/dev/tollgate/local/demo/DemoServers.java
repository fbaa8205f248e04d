package dev.tollgate.local.demo;

import dev.tollgate.local.StackFailure;
import dev.tollgate.model.api.ApproveTools;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceTerms;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connects servers as a tool admin does: created, looked at by a gateway, their tools approved, priced. */
final class DemoServers {
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(90);
    private static final Duration ASKED_EVERY = Duration.ofMillis(250);

    private final ControlPlane admin;
    private final UUID environment;

    /** @param admin signed in as someone who may write servers and prices */
    DemoServers(ControlPlane admin, UUID environment) {
        this.admin = admin;
        this.environment = environment;
    }

    /** The server with its tools approved, as it was or new. */
    Server connect(String name, String description, Transport transport) throws IOException, InterruptedException {
        var wanted = new NewServer(name, environment, description, transport, null, null, null, null, null);
        var found = admin.find("/servers", Server.class, server -> server.name().equals(name));
        var server = found.isPresent() ? follow(found.get(), wanted) : admin.post("/servers", wanted, Server.class);
        if (server.approvedTools() == 0) {
            var looked = awaitTools(server);
            approve(looked);
        }
        return server;
    }

    private void approve(Server server) throws IOException, InterruptedException {
        var waiting = admin.list("/tools?server=" + server.id() + "&state=QUARANTINED", Tool.class).stream()
                .map(ApproveTools.Seen::of)
                .toList();
        admin.change("POST", path(server) + "/tools/approve", new ApproveTools(waiting), server.version());
    }

    /** The upstream's port may be another one at this start. */
    private Server follow(Server server, NewServer wanted) throws IOException, InterruptedException {
        return server.transport().equals(wanted.transport())
                ? server
                : admin.change("PUT", path(server), wanted, server.version(), Server.class);
    }

    private Server awaitTools(Server created) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(FOUND_WITHIN);
        admin.change("POST", path(created) + "/sync", Map.of(), created.version());
        var server = created;
        while (server.quarantinedTools() == 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new StackFailure("No gateway has found tools on %s within %d s: %s"
                        .formatted(server.name(), FOUND_WITHIN.toSeconds(), told(server.health())));
            }
            Thread.sleep(ASKED_EVERY);
            server = admin.get(path(created), Server.class);
        }
        return server;
    }

    private static String told(ServerHealth health) {
        return health.state() + " " + Objects.requireNonNullElse(health.message(), "");
    }

    /** Prices a tool, or the whole server, unless that was done before. */
    void price(Server server, @Nullable String tool, String dollars) throws IOException, InterruptedException {
        var known = admin.find(
                "/prices",
                Price.class,
                price -> price.serverId().equals(server.id()) && Objects.equals(price.toolName(), tool));
        if (known.isEmpty()) {
            admin.post(
                    "/prices",
                    new NewPrice(
                            server.id(), tool, PriceTerms.perCall(Money.ofDollars(dollars), FailureCharges.FREE), null),
                    Price.class);
        }
    }

    private static String path(Server server) {
        return "/servers/" + server.id();
    }
}
