package dev.tollgate.control.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.ingest.Events;
import dev.tollgate.control.ingest.StoredCalls;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Analytics;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is used of limits that warn, from a real ClickHouse. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@WithTestResource(Analytics.class)
class LimitUsageTest {
    private static final KeyId ROBOT = new KeyId("robotrobot01");
    private static final KeyId PERSON = new KeyId("personperson");
    /** Half past some hour of a Wednesday, in the past. */
    private static final Instant NOW = Instant.parse("2026-11-18T12:30:00Z");

    private static final QuotaWindow HOUR = new QuotaWindow.Rolling(WindowLength.HOUR);

    @Inject
    ClickHouse clickHouse;

    @Inject
    WindowSpend spend;

    @Inject
    LimitWatch watch;

    @Inject
    TenantScope scope;

    @Inject
    Changes changes;

    private Acting owner;
    private TenantId tenant;

    @BeforeEach
    void tenants() {
        StoredCalls.migrate(clickHouse);
        owner = Acting.ownerOfNewTenant("usage");
        tenant = TenantId.of(owner.tenantId());
    }

    @Test
    void a_rolling_window_reaches_back_to_the_moment_and_says_when_its_first_call_leaves_it() {
        store(
                call(Duration.ofMinutes(61), ROBOT, "find", 1_000),
                call(Duration.ofMinutes(59), ROBOT, "find", 20),
                call(Duration.ofMinutes(1), PERSON, "find", 3));

        assertThat(spent(whole(), HOUR, QuotaUnit.NANO_DOLLARS))
                .isEqualTo(new WindowSpend.Spent(23, NOW.plus(Duration.ofMinutes(1))));
        assertThat(spent(whole(), HOUR, QuotaUnit.CALLS).amount()).isEqualTo(2);
        assertThat(spent(key(PERSON), HOUR, QuotaUnit.NANO_DOLLARS).amount()).isEqualTo(3);
    }

    @Test
    void a_calendar_window_begins_where_its_zone_says() {
        // Three in the morning in Kolkata is half past nine in the evening before in UTC.
        store(call(Duration.ofHours(15), ROBOT, "find", 7), call(Duration.ofHours(19), ROBOT, "find", 100));

        QuotaWindow day = QuotaWindow.Calendar.of(WindowLength.DAY, ZoneId.of("Asia/Kolkata"));
        assertThat(spent(whole(), day, QuotaUnit.NANO_DOLLARS))
                .isEqualTo(new WindowSpend.Spent(7, Instant.parse("2026-11-18T18:30:00Z")));
        QuotaWindow month = QuotaWindow.Calendar.of(WindowLength.MONTH, ZoneId.of("UTC"));
        assertThat(spent(whole(), month, QuotaUnit.NANO_DOLLARS).amount()).isEqualTo(107);
    }

    @Test
    void tokens_are_those_of_arguments_and_results_of_calls_that_were_made() {
        TokenUse use = new TokenUse(900, 40, 2, TokenEncoding.O200K, null, null, null, 0);
        store(
                Events.counted(call(Duration.ofMinutes(1), ROBOT, "find", 5), use),
                Events.counted(
                        Events.call(tenant, NOW.minusSeconds(9), ROBOT, "Robot", "find", 5, CallStatus.REFUSED), use),
                call(Duration.ofMinutes(2), ROBOT, "find", 7));

        for (WindowLength length : List.of(WindowLength.HOUR, WindowLength.MONTH)) {
            assertThat(spent(whole(), new QuotaWindow.Rolling(length), QuotaUnit.TOKENS)
                            .amount())
                    .isEqualTo(42);
        }
    }

    @Test
    void refused_calls_count_for_nothing_but_what_they_cost() {
        store(
                Events.call(tenant, NOW.minusSeconds(9), ROBOT, "Robot", "find", 5, CallStatus.REFUSED),
                call(Duration.ofSeconds(9), ROBOT, "find", 0));

        assertThat(spent(whole(), HOUR, QuotaUnit.CALLS).amount()).isEqualTo(1);
        assertThat(spent(whole(), HOUR, QuotaUnit.NANO_DOLLARS).amount()).isEqualTo(5);
    }

    @Test
    void each_kind_of_subject_has_its_own_calls() {
        ToolId find = new ToolId(UUID.randomUUID());
        GroupId readers = new GroupId(UUID.randomUUID());
        publish(find, readers);
        store(
                call(Duration.ofMinutes(1), ROBOT, "find", 3),
                call(Duration.ofMinutes(2), ROBOT, "read_one", 50),
                call(Duration.ofMinutes(3), ROBOT, "write", 700));
        QuotaWindow week = new QuotaWindow.Rolling(WindowLength.WEEK);

        for (QuotaWindow window : List.of(HOUR, week)) {
            assertThat(nanos("tier:pro", window)).isEqualTo(753);
            assertThat(nanos("tier:free", window)).isZero();
            assertThat(nanos("customer:" + Events.INITECH, window)).isEqualTo(753);
            assertThat(nanos("team:" + Events.SUPPORT, window)).isEqualTo(753);
            assertThat(nanos("user:" + UUID.randomUUID(), window)).isZero();
            assertThat(nanos("server:" + Events.SEARCH, window)).isEqualTo(753);
            assertThat(nanos("tool:" + find, window)).isEqualTo(3);
            assertThat(nanos("tool:" + UUID.randomUUID(), window)).isZero();
            assertThat(nanos("group:" + readers, window)).isEqualTo(53);
        }
    }

    @Test
    void usage_is_of_the_tenant_alone() {
        TenantId other = TenantId.of(Acting.ownerOfNewTenant("other").tenantId());
        Instant recent = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS);
        store(
                Events.call(other, recent, ROBOT, "Robot", "find", 900_000_000, CallStatus.OK),
                Events.call(tenant, recent, ROBOT, "Robot", "find", 600_000_000, CallStatus.OK));
        String id = owner.create("/limits", Limits.warning("day", "tenant:" + tenant, Limits.rolling("1d")));

        owner.colleague("viewer")
                .get("/limits/" + id + "/usage")
                .statusCode(200)
                .body("spent", equalTo("0.6"))
                .body("held", equalTo("0"))
                .body("left", equalTo("-0.1"))
                .body("resetsAt", equalTo(recent.plus(Duration.ofDays(1)).toString()));
    }

    @Test
    void people_are_told_once_when_so_much_is_used_as_they_wanted_to_know_of() {
        Map<String, Object> limit =
                Limits.limit("calls", "tenant:" + tenant, "calls", Limits.rolling("1d"), "4", "warn");
        String id = owner.create("/limits", Limits.with(limit, "alertAt", List.of(50, 100)));
        owner.create("/limits", Limits.with(Limits.with(limit, "name", "silent"), "alertAt", List.of()));
        owner.put("/settings", Map.of("approval", "NEVER", "timeZone", "Europe/Vienna"))
                .statusCode(200);
        Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Instant recent = minute.minusSeconds(30);
        watch.run();
        owner.get("/alerts").body("items", hasSize(0));
        ToolCallEvent one = Events.call(tenant, recent, ROBOT, "Robot", "find", 1, CallStatus.OK);
        ToolCallEvent two = Events.call(tenant, recent, ROBOT, "Robot", "find", 1, CallStatus.OK);
        store(one, two);

        watch.run();
        watch.run();

        owner.get("/alerts")
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("LIMIT"))
                .body("items[0].title", equalTo("50 % of the limit calls are used"))
                .body("items[0].text", startsWith("Spent: 2 calls of the 4 calls of "))
                .body(
                        "items[0].text",
                        endsWith(". Something is free again at " + in_vienna(minute.plus(Duration.ofDays(1)))
                                + " Europe/Vienna. The limit only warns: calls go on."));
        for (int i = 0; i < 3; i++) {
            store(Events.call(tenant, recent, ROBOT, "Robot", "find", 1, CallStatus.OK));
        }
        watch.run();
        owner.get("/alerts").body("items.title", hasItem("The limit calls is used up"));
        owner.put("/limits/" + id, Limits.with(Limits.with(limit, "amount", "1000"), "alertAt", List.of(50, 100)))
                .statusCode(200);
        watch.run();
        owner.put("/limits/" + id, Limits.with(Limits.with(limit, "amount", "10"), "alertAt", List.of(50, 100)))
                .statusCode(200);
        watch.run();
        owner.get("/alerts")
                .body(
                        "items.title",
                        equalTo(List.of(
                                "50 % of the limit calls are used",
                                "The limit calls is used up", "50 % of the limit calls are used")));
        owner.put("/limits/" + id, Limits.with(limit, "alertAt", List.of(0)))
                .statusCode(422)
                .body("errors[0].field", equalTo("alertAt"));
    }

    private static String in_vienna(Instant time) {
        return time.atZone(ZoneId.of("Europe/Vienna"))
                .toLocalDateTime()
                .toString()
                .replace('T', ' ');
    }

    private void publish(ToolId find, GroupId readers) {
        ServerConfig server = new ServerConfig(
                tenant,
                Events.SEARCH,
                Events.PRODUCTION,
                new Slug("search"),
                new Transport.StreamableHttp(URI.create("https://search.example/mcp")),
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                30_000);
        ToolConfig tool = new ToolConfig(
                tenant, find, Events.SEARCH, "find", null, null, "{\"name\":\"find\"}", "ab".repeat(32), null);
        scope.run(
                tenant,
                () -> changes.make(change -> {
                    change.put(server);
                    change.put(tool);
                    change.put(new ToolGroupConfig(
                            tenant,
                            readers,
                            new Slug("readers"),
                            List.of(Grant.of("search__read_*"), Grant.of("search__find"))));
                    return change;
                }));
    }

    private QuotaSubject whole() {
        return new QuotaSubject(QuotaSubject.Kind.TENANT, tenant.toString());
    }

    private static QuotaSubject key(KeyId id) {
        return new QuotaSubject(QuotaSubject.Kind.KEY, id.value());
    }

    private long nanos(String subject, QuotaWindow window) {
        return spent(QuotaSubject.parse(subject), window, QuotaUnit.NANO_DOLLARS)
                .amount();
    }

    private WindowSpend.Spent spent(QuotaSubject subject, QuotaWindow window, QuotaUnit unit) {
        @Nullable Long perCallMax = unit == QuotaUnit.TOKENS ? 1L : null;
        QuotaLimit limit =
                new QuotaLimit(tenant, new LimitId(UUID.randomUUID()), subject, unit, window, 1, perCallMax, List.of());
        return scope.call(tenant, () -> spend.of(limit, NOW));
    }

    private ToolCallEvent call(Duration ago, KeyId key, String tool, long costNanos) {
        return Events.call(tenant, NOW.minus(ago), key, "Robot", tool, costNanos, CallStatus.OK);
    }

    private void store(ToolCallEvent... calls) {
        StoredCalls.store(clickHouse, List.of(calls));
    }
}
