package dev.tollgate.model;

import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.IssuerKey;
import dev.tollgate.model.config.KeyCredential;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ModelConfig;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ScriptLimits;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.TokenFence;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.health.FailureCause;
import dev.tollgate.model.health.FailureStage;
import dev.tollgate.model.health.UpstreamFailure;
import dev.tollgate.model.health.UpstreamState;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import dev.tollgate.model.key.KeyDigest;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.net.Cidr;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.FailureCharge;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.price.Tier;
import dev.tollgate.model.quota.AmountOverride;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import dev.tollgate.model.wire.UpstreamReport;
import java.net.URI;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of each, with fixed values, for the tests of the contract. */
public final class Samples {
    private static final PriceId PRICE = PriceId.of("01980000-0000-7000-8000-000000000007");
    private static final LimitId LIMIT = LimitId.of("01980000-0000-7000-8000-00000000000d");
    private static final LimitId TOKEN_LIMIT = LimitId.of("01980000-0000-7000-8000-0000000000b1");
    private static final LimitId RUNNING_LIMIT = LimitId.of("01980000-0000-7000-8000-0000000000b2");
    public static final ModelId MODEL = ModelId.of("01980000-0000-7000-8000-0000000000e1");
    public static final TenantId TENANT = TenantId.of("01980000-0000-7000-8000-000000000001");
    public static final EnvironmentId ENVIRONMENT = EnvironmentId.of("01980000-0000-7000-8000-000000000002");
    public static final ServerId CRM = ServerId.of("01980000-0000-7000-8000-000000000003");
    public static final ServerId FILES = ServerId.of("01980000-0000-7000-8000-000000000004");
    public static final ServerId SHOP = ServerId.of("01980000-0000-7000-8000-000000000014");
    public static final GroupId GROUP = GroupId.of("01980000-0000-7000-8000-000000000005");
    public static final ToolId TOOL = ToolId.of("01980000-0000-7000-8000-000000000006");
    public static final KeyId KEY = new KeyId("abcdefGHIJ12");
    public static final Instant TIME = Instant.parse("2026-11-01T02:47:00.123456Z");
    public static final SubjectRef TEAM = SubjectRef.parse("team:01980000-0000-7000-8000-00000000000a");
    public static final SubjectRef CUSTOMER = SubjectRef.parse("customer:01980000-0000-7000-8000-00000000000b");
    public static final SubjectRef TIER = SubjectRef.parse("tier:enterprise");
    private static final String HASH = "ab".repeat(32);

    private Samples() {}

    public static ServerConfig crm() {
        return new ServerConfig(
                TENANT,
                CRM,
                ENVIRONMENT,
                new Slug("crm"),
                new Transport.StreamableHttp(URI.create("https://crm.example/mcp")),
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                30_000);
    }

    public static ServerConfig files() {
        return new ServerConfig(
                TENANT,
                FILES,
                ENVIRONMENT,
                new Slug("files"),
                new Transport.Stdio("filesystem"),
                List.of("read_text", "list"),
                PrefixMode.ON_COLLISION,
                true,
                5_000);
    }

    public static ServerConfig shop() {
        return new ServerConfig(
                TENANT,
                SHOP,
                ENVIRONMENT,
                new Slug("shop"),
                new Transport.OpenApi(
                        URI.create("https://shop.example/openapi.json"), URI.create("https://shop.example/v2")),
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                30_000);
    }

    /** A server that is handed two headers. */
    public static ServerConfig handedHeaders() {
        return new ServerConfig(
                TENANT,
                CRM,
                ENVIRONMENT,
                new Slug("crm"),
                new Transport.StreamableHttp(URI.create("https://crm.example/mcp")),
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                30_000,
                null,
                List.of("X-Shop-Tenant", "accept-language", "x-shop-tenant"));
    }

    /** The resources that can say how tools are shown and asked about, each saying all that it can. */
    public static List<ConfigResource> sayingHowToolsAreShown() {
        TenantConfig tenant =
                new TenantConfig(TENANT, new Slug("acme"), "Acme Inc.", new Region("local"), null, null, null);
        return List.of(
                tenant.deciding(
                        null,
                        ToolMode.SEARCH,
                        true,
                        List.of(new ToolPattern("crm__delete_*")),
                        new ScriptLimits(1_000_000L, 16_777_216L, 65_536L, 50, 30)),
                crmShown(ToolMode.CODE, StubBinding.TOOL),
                asking(CallApproval.ASK_FIRST, "{\"name\":\"search\"}"),
                new ToolGroupConfig(TENANT, GROUP, new Slug("readers"), List.of(Grant.of("crm__*")), ToolMode.DIRECT),
                keyShown(List.of("crm__search"), List.of(GROUP), ToolMode.CODE));
    }

    public static ToolConfig asking(@Nullable CallApproval approval, String definition) {
        return new ToolConfig(TENANT, TOOL, CRM, "search", null, null, definition, HASH, null, approval);
    }

    public static ServerConfig crmShown(@Nullable ToolMode mode, @Nullable StubBinding stubs) {
        ServerConfig crm = crm();
        return new ServerConfig(
                crm.tenant(),
                crm.id(),
                crm.environment(),
                crm.name(),
                crm.transport(),
                crm.baseline(),
                crm.prefixMode(),
                crm.enabled(),
                crm.timeoutMillis(),
                null,
                null,
                null,
                null,
                mode,
                stubs);
    }

    public static UpstreamReport upstreamReport() {
        return new UpstreamReport(
                TENANT,
                CRM,
                new GatewayId("gateway-1"),
                UUID.fromString("01980000-0000-7000-8000-000000000009"),
                TIME,
                UpstreamState.FAILING,
                TIME.minusSeconds(60),
                new UpstreamFailure(FailureStage.CALL, FailureCause.BROKEN, 503, TIME.minusSeconds(1)),
                4,
                TIME.plusSeconds(2));
    }

    public static ToolConfig tool(ServerId server, UUID id, String name) {
        return new ToolConfig(
                TENANT, new ToolId(id), server, name, null, null, "{\"name\":\"" + name + "\"}", HASH, null);
    }

    public static VirtualKeyConfig key(List<String> grants, List<GroupId> groups) {
        return keyShown(grants, groups, null);
    }

    public static VirtualKeyConfig keyShown(List<String> grants, List<GroupId> groups, @Nullable ToolMode mode) {
        return new VirtualKeyConfig(
                TENANT,
                KEY,
                ENVIRONMENT,
                "nightly agent",
                List.of(
                        new KeyCredential(KeyDigest.ofHex(HASH), null),
                        new KeyCredential(KeyDigest.ofHex("cd".repeat(32)), TIME)),
                grants.stream().map(Grant::of).toList(),
                groups,
                TEAM,
                new Slug("openai"),
                List.of(Cidr.of("10.0.0.0/8"), Cidr.of("2001:db8::/32")),
                ContentLogging.OFF,
                false,
                TIME.plusSeconds(3600),
                mode);
    }

    public static ToolGroupConfig group(String... patterns) {
        return new ToolGroupConfig(
                TENANT,
                GROUP,
                new Slug("readers"),
                List.of(patterns).stream().map(Grant::of).toList());
    }

    public static List<ConfigResource> oneOfEachKind() {
        return List.of(
                new TenantConfig(
                        TENANT, new Slug("acme"), "Acme Inc.", new Region("local"), 3_600, TIME, TIME.plusSeconds(60)),
                new EnvironmentConfig(TENANT, ENVIRONMENT, new Slug("production")),
                crm(),
                files(),
                shop(),
                new ToolConfig(
                        TENANT,
                        TOOL,
                        CRM,
                        "search",
                        "find",
                        "Finds customers.",
                        "{\"name\":\"search\",\"x\":12345678901234567890,\"description\":\"Größe \\u2013 \\\"quoted\\\"\"}",
                        HASH,
                        "{\"type\":\"object\"}"),
                new ToolGroupConfig(
                        TENANT,
                        GROUP,
                        new Slug("readers"),
                        List.of(
                                Grant.of("crm__*"),
                                new Grant(new ToolPattern("*__read_*"), new Condition("args.size < 100")))),
                new SubjectConfig(TENANT, TEAM, "Payments", CUSTOMER, List.of(GROUP)),
                new SubjectConfig(TENANT, CUSTOMER, "Globex", TIER, List.of()),
                new SubjectConfig(TENANT, TIER, "Enterprise", null, List.of(GROUP)),
                key(List.of("crm__search"), List.of(GROUP)),
                new PriceConfig(
                        TENANT,
                        PRICE,
                        CRM,
                        "search",
                        List.of(
                                new PriceVersion(
                                        1,
                                        Instant.EPOCH,
                                        PriceTerms.perCall(Money.ofDollars("0.0125"), FailureCharges.AS_USUAL)),
                                new PriceVersion(2, Instant.parse("2027-01-01T00:00:00Z"), terms()))),
                new LimitConfig(
                        TENANT,
                        LIMIT,
                        QuotaSubject.parse("key:abcdefGHIJ12"),
                        QuotaUnit.NANO_DOLLARS,
                        QuotaWindow.Calendar.of(WindowLength.DAY, ZoneId.of("Europe/Berlin")),
                        1_000_000_000,
                        null,
                        null,
                        "research, a day"),
                new LimitConfig(
                        TENANT,
                        TOKEN_LIMIT,
                        new QuotaSubject(QuotaSubject.Kind.TENANT, TENANT.toString()),
                        QuotaUnit.TOKENS,
                        new QuotaWindow.Rolling(WindowLength.HOUR),
                        2_000_000,
                        50_000L,
                        List.of(new AmountOverride(TIME, TIME.plusSeconds(7_200), 5_000_000)),
                        "tokens of all"),
                new LimitConfig(
                        TENANT,
                        RUNNING_LIMIT,
                        QuotaSubject.parse("key:abcdefGHIJ12"),
                        QuotaUnit.CONCURRENT,
                        new QuotaWindow.Running(),
                        20,
                        null,
                        null,
                        null),
                new ModelConfig(
                        TENANT,
                        MODEL,
                        "gpt-large",
                        TokenEncoding.O200K,
                        true,
                        List.of(
                                new ModelVersion(
                                        1, Instant.EPOCH, new ModelRates(perMillion("2.5"), perMillion("10"), null)),
                                new ModelVersion(
                                        2,
                                        Instant.parse("2027-01-01T00:00:00Z"),
                                        new ModelRates(perMillion("2"), perMillion("8"), perMillion("0.2"))))),
                new SignInConfig(
                        TENANT,
                        "https://id.example/realms/tollgate",
                        "0b5c5a3e-7a4e-4a5b-9d0e-000000000001",
                        List.of(new IssuerKey("key-1", "RS256", "MIIB"), new IssuerKey("key-2", "ES256", "MFkw")),
                        null),
                new PersonConfig(
                        TENANT,
                        "0b5c5a3e-7a4e-4a5b-9d0e-000000000002",
                        SubjectRef.parse("user:01980000-0000-7000-8000-00000000000c"),
                        true,
                        TIME,
                        List.of(new TokenFence(TokenFence.Of.CLIENT, "https://client.example/id", TIME))));
    }

    public static PersonConnection connection() {
        return new PersonConnection(
                TENANT,
                crm().id(),
                UUID.fromString("0b5c5a3e-7a4e-4a5b-9d0e-000000000002"),
                7,
                Map.of("local", "sealed"));
    }

    public static ConfigHead head() {
        return new ConfigHead(TENANT, 42, HASH, 8, TIME);
    }

    /** A head of a database that was restored. */
    public static ConfigHead restoredHead() {
        return new ConfigHead(TENANT, 41, HASH, 8, TIME, 1_793_500_000L);
    }

    private static Rate perMillion(String dollars) {
        return new Rate(Money.ofDollars(dollars), 1_000_000);
    }

    public static ToolCallEvent event() {
        return new ToolCallEvent(
                UUID.fromString("01980000-0000-7000-8000-000000000008"),
                new GatewayId("gateway-1"),
                UUID.fromString("01980000-0000-7000-8000-000000000009"),
                7,
                TIME,
                TENANT,
                new Region("local"),
                ENVIRONMENT,
                "production",
                KEY,
                "nightly agent",
                "enterprise",
                UUID.fromString(CUSTOMER.id()),
                "Globex",
                UUID.fromString(TEAM.id()),
                "Payments",
                null,
                null,
                null,
                null,
                "inspector",
                "1.0",
                "2025-11-25",
                "tools/call",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                null,
                CRM,
                "crm",
                "search",
                HASH,
                120,
                2048,
                12_500_000,
                85,
                1_900,
                CallStatus.OK,
                null,
                42,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Terms that use all that there is. */
    private static PriceTerms terms() {
        Rate perThousand = new Rate(Money.ofDollars("0.002"), 1_000);
        return new PriceTerms(
                List.of(
                        new PriceComponent(
                                new Measure.Calls(),
                                new PricePeriod(WindowLength.YEAR, "Europe/Vienna", null, Month.APRIL),
                                List.of(
                                        new Tier(1_000L, new Rate(Money.ZERO, 1)),
                                        new Tier(null, new Rate(Money.ofDollars("0.01"), 1)))),
                        PriceComponent.flat(new Measure.Bytes(Content.RESULT), perThousand),
                        PriceComponent.flat(new Measure.Tokens(Content.ARGUMENTS), perThousand),
                        PriceComponent.flat(new Measure.Millis(), perThousand),
                        new PriceComponent(
                                new Measure.Pointed(Content.RESULT, "/structuredContent/rows", "rows", 10_000),
                                null,
                                List.of(new Tier(100L, new Rate(Money.ZERO, 1)), new Tier(null, perThousand)))),
                Money.ofDollars("0.005"),
                Money.ofDollars("1"),
                new FailureCharges(
                        new FailureCharge.AsUsual(),
                        new FailureCharge.Free(),
                        new FailureCharge.Free(),
                        new FailureCharge.Free(),
                        new FailureCharge.Fixed(Money.ofDollars("0.001"))));
    }

    /** An event of a call whose price counts more than calls. */
    public static ToolCallEvent pricedEvent() {
        return priced(List.of(1L, 2_048L), null);
    }

    /** One whose price counts more than calls from call to call. */
    public static ToolCallEvent tieredEvent() {
        return priced(List.of(1L, 150L), List.of(120L, 0L, 5_000L));
    }

    private static ToolCallEvent priced(List<Long> quantities, @Nullable List<Long> tierCounts) {
        ToolCallEvent one = event();
        return new ToolCallEvent(
                one.callId(),
                one.gateway(),
                one.boot(),
                9,
                one.startedAt(),
                one.tenant(),
                one.region(),
                one.environment(),
                one.environmentName(),
                one.key(),
                one.keyName(),
                one.tier(),
                one.customer(),
                one.customerName(),
                one.team(),
                one.teamName(),
                one.user(),
                one.userName(),
                one.service(),
                one.serviceName(),
                one.agentName(),
                one.agentVersion(),
                one.protocolVersion(),
                one.method(),
                one.traceId(),
                one.parentRequest(),
                one.server(),
                one.serverName(),
                one.toolName(),
                one.definitionHash(),
                one.requestBytes(),
                one.responseBytes(),
                one.costNanos(),
                one.gatewayMicros(),
                one.upstreamMicros(),
                one.status(),
                one.reason(),
                one.snapshotRevision(),
                null,
                PRICE,
                2L,
                quantities,
                1_000L,
                tierCounts,
                List.of(new Charge(new LeaseId(LIMIT, one.boot(), 3), 12_500_000)),
                null,
                null,
                null);
    }

    /** One whose tokens were counted. */
    public static ToolCallEvent countedEvent() {
        ToolCallEvent one = event();
        return new ToolCallEvent(
                one.callId(),
                one.gateway(),
                one.boot(),
                9,
                one.startedAt(),
                one.tenant(),
                one.region(),
                one.environment(),
                one.environmentName(),
                one.key(),
                one.keyName(),
                one.tier(),
                one.customer(),
                one.customerName(),
                one.team(),
                one.teamName(),
                one.user(),
                one.userName(),
                one.service(),
                one.serviceName(),
                one.agentName(),
                one.agentVersion(),
                one.protocolVersion(),
                one.method(),
                one.traceId(),
                one.parentRequest(),
                one.server(),
                one.serverName(),
                one.toolName(),
                one.definitionHash(),
                one.requestBytes(),
                one.responseBytes(),
                one.costNanos(),
                one.gatewayMicros(),
                one.upstreamMicros(),
                one.status(),
                one.reason(),
                one.snapshotRevision(),
                null,
                PRICE,
                2L,
                List.of(1L, 2_048L),
                null,
                null,
                List.of(new Charge(new LeaseId(LIMIT, one.boot(), 3), 12_500_000)),
                new TokenUse(4_200, 38, 310, TokenEncoding.O200K, "gpt-large", MODEL, 1L, 11_655_000),
                new ParentUsage(6_000, 120),
                null);
    }

    /** An event of many attempts. */
    public static ToolCallEvent refusals() {
        ToolCallEvent one = event();
        return new ToolCallEvent(
                one.callId(),
                one.gateway(),
                one.boot(),
                8,
                one.startedAt(),
                one.tenant(),
                one.region(),
                null,
                null,
                one.key(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "POST /mcp",
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                CallStatus.REFUSED,
                RefusalReason.WRONG_SECRET,
                42,
                1_203L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
