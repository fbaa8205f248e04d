package dev.tollgate.ui.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.CallTokens;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.model.api.Me;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolApproval;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.User;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenEncoding;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Made-up but possible content of a tenant. */
public final class Demo {
    public static final Instant NOW = Instant.now();
    public static final Tenant ACME =
            new Tenant(UUID.randomUUID(), "acme", "Acme Corporation", "local", NOW.minus(Duration.ofDays(40)), 1);
    public static final Environment PRODUCTION =
            new Environment(UUID.randomUUID(), "production", "What customers touch", ACME.createdAt(), 1);
    public static final Environment STAGING = new Environment(UUID.randomUUID(), "staging", null, ACME.createdAt(), 1);
    /** What a hostile server would put into a description. */
    public static final String HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    /** Whom every key belongs to. */
    public static final UUID SERVICE = UUID.randomUUID();

    private static final ObjectMapper JSON = new ObjectMapper();

    private Demo() {}

    public static Me person(String name, String... roles) {
        return new Me(UUID.randomUUID().toString(), name, List.of(roles), ACME, "UTC");
    }

    /** As somebody else left it in the meantime. */
    public static Server changed(Server server, String description) {
        return new Server(
                server.id(),
                server.name(),
                server.environmentId(),
                description,
                server.transport(),
                server.baseline(),
                server.prefixMode(),
                server.toolApproval(),
                server.enabled(),
                server.timeoutMillis(),
                server.forwardedHeaders(),
                server.toolMode(),
                server.stubBinding(),
                server.health(),
                server.approvedTools(),
                server.quarantinedTools(),
                server.createdAt(),
                server.version() + 1);
    }

    static User user(String id, String email, Subject subject, String... roles) {
        return new User(id, email, subject.name(), List.of(roles), subject.ref(), true, 1);
    }

    public static Server server(String name, ServerHealth health, int approved, int waiting) {
        return new Server(
                UUID.randomUUID(),
                name,
                PRODUCTION.id(),
                "The " + name + " of the support team",
                new Transport.StreamableHttp(URI.create("https://" + name + ".example.com/mcp")),
                List.of("*"),
                PrefixMode.ALWAYS,
                ToolApproval.MANUAL,
                true,
                30_000,
                List.of(),
                null,
                StubBinding.SERVER,
                health,
                approved,
                waiting,
                ACME.createdAt(),
                3);
    }

    public static ServerHealth healthy() {
        return new ServerHealth(
                ServerHealth.State.HEALTHY,
                NOW.minusSeconds(14),
                "everything-server 2.1",
                "2025-11-25",
                null,
                null,
                1,
                0);
    }

    public static ServerHealth failing() {
        return new ServerHealth(
                ServerHealth.State.FAILING,
                NOW.minusSeconds(73),
                null,
                null,
                "connect",
                "connection refused: tickets.example.com:443",
                2,
                2);
    }

    public static Tool tool(Server server, String name, Tool.State state, @Nullable JsonNode pending) {
        return new Tool(
                UUID.randomUUID(),
                server.id(),
                server.name(),
                name,
                state == Tool.State.APPROVED || pending != null ? server.name() + "__" + name : null,
                null,
                "Finds a customer by name, number or e-mail address",
                null,
                null,
                null,
                List.of(),
                state,
                definition(name, "Finds a customer by name, number or e-mail address", "query"),
                "9f2c" + "0".repeat(60),
                pending,
                pending == null ? null : "77aa" + "0".repeat(60),
                ACME.createdAt(),
                NOW.minusSeconds(14),
                2);
    }

    public static JsonNode definition(String name, String description, String argument) {
        try {
            return JSON.readTree("""
                {"name": "%s", "description": "%s", "inputSchema": {"type": "object",
                 "properties": {"%s": {"type": "string", "description": "What to look for"},
                 "limit": {"type": "integer", "maximum": 100}}, "required": ["%s"]},
                 "annotations": {"readOnlyHint": true}}\
                """.formatted(name, description, argument, argument));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ToolGroup group(String name, String... patterns) {
        return new ToolGroup(
                UUID.randomUUID(),
                name,
                "What the " + name + " agents need",
                Stream.of(patterns).map(ToolGrant::of).toList(),
                null,
                List.of(),
                ACME.createdAt(),
                1);
    }

    public static Subject subject(String ref, String name, @Nullable Subject parent, List<UUID> groups) {
        return new Subject(
                ref,
                ref.substring(0, ref.indexOf(':')),
                name,
                parent == null ? null : parent.ref(),
                parent == null ? null : parent.name(),
                groups,
                0,
                ACME.createdAt(),
                null,
                1);
    }

    public static VirtualKey key(String id, String name, VirtualKey.State state, List<UUID> groups) {
        return new VirtualKey(
                id,
                name,
                PRODUCTION.id(),
                PRODUCTION.name(),
                "tg_production_" + id,
                List.of(ToolGrant.of("crm__find_*")),
                groups,
                "service:" + SERVICE,
                "default",
                null,
                List.of(),
                ContentLogging.AS_ENVIRONMENT,
                null,
                Map.of(),
                state,
                ACME.createdAt(),
                NOW.plus(Duration.ofDays(60)),
                null,
                null,
                null,
                null,
                state == VirtualKey.State.REVOKED ? NOW.minusSeconds(3_000) : null,
                state == VirtualKey.State.REVOKED ? "laptop lost" : null,
                4);
    }

    public static Price price(Server server, @Nullable String tool, String dollars) {
        return new Price(
                UUID.randomUUID(),
                server.id(),
                server.name(),
                tool,
                new PriceVersion(
                        1, ACME.createdAt(), PriceTerms.perCall(Money.ofDollars(dollars), FailureCharges.FREE)),
                List.of(),
                PriceOrigin.OWN,
                false,
                ACME.createdAt(),
                1);
    }

    public static GatewayStatus gateway(String id, boolean live) {
        return new GatewayStatus(
                id,
                "local",
                UUID.randomUUID(),
                NOW.minus(Duration.ofHours(30)),
                NOW.minusSeconds(live ? 2 : 4_000),
                live,
                live,
                1,
                800,
                0,
                42L,
                null,
                null);
    }

    public static Call call(Random random, Server server, @Nullable String tool, VirtualKey key, Instant startedAt) {
        int dice = random.nextInt(20);
        CallStatus status = dice == 0 ? CallStatus.REFUSED : dice == 1 ? CallStatus.TOOL_ERROR : CallStatus.OK;
        return new Call(
                new UUID(random.nextLong(), random.nextLong()),
                startedAt,
                "gateway-1",
                "local",
                PRODUCTION.id(),
                PRODUCTION.name(),
                key.id(),
                key.name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                SERVICE,
                "default",
                "claude-code",
                "3.1.0",
                "2025-11-25",
                "tools/call",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                null,
                server.id(),
                server.name(),
                tool,
                "9f2c" + "0".repeat(60),
                412,
                2_311,
                status == CallStatus.OK ? Money.ofDollars("0.0025") : Money.ZERO,
                180 + random.nextInt(400),
                status == CallStatus.REFUSED ? 0 : 20_000 + random.nextInt(90_000),
                status,
                status == CallStatus.REFUSED ? RefusalReason.UNKNOWN_TOOL : null,
                42,
                1,
                null,
                null,
                null);
    }

    /** The same with tokens: by the model's rates, or as an estimate without. */
    public static Call counted(Call call, @Nullable UUID model, String name, String cost) {
        boolean known = model != null;
        return new Call(
                call.id(),
                call.startedAt(),
                call.gateway(),
                call.region(),
                call.environmentId(),
                call.environmentName(),
                call.keyId(),
                call.keyName(),
                call.tier(),
                call.customerId(),
                call.customerName(),
                call.teamId(),
                call.teamName(),
                call.userId(),
                call.userName(),
                call.serviceId(),
                call.serviceName(),
                call.agentName(),
                call.agentVersion(),
                call.protocolVersion(),
                call.method(),
                call.traceId(),
                call.parentRequest(),
                call.serverId(),
                call.serverName(),
                call.toolName(),
                call.definitionHash(),
                call.requestBytes(),
                call.responseBytes(),
                call.cost(),
                call.gatewayMicros(),
                call.upstreamMicros(),
                call.status(),
                call.reason(),
                call.snapshotRevision(),
                call.attempts(),
                new CallTokens(
                        4_200,
                        38,
                        310,
                        known ? TokenEncoding.O200K : TokenEncoding.BYTES,
                        !known,
                        name,
                        model,
                        known ? 1L : null,
                        Money.ofDollars(cost)),
                new ParentUsage(6_000, 120),
                null);
    }
}
