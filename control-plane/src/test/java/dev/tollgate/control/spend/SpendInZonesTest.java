package dev.tollgate.control.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.ingest.Events;
import dev.tollgate.control.ingest.StoredCalls;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Analytics;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports by the clocks and calendars of zones, from a real ClickHouse, held to sums that java.time makes over the calls. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@WithTestResource(Analytics.class)
class SpendInZonesTest {
    private static final long SEED = 20_261_025;
    private static final KeyId ROBOT = new KeyId("robotrobot01");
    private static final KeyId PERSON = new KeyId("personperson");

    @Inject
    ClickHouse clickHouse;

    private Acting owner;
    private TenantId tenant;

    @BeforeEach
    void tenants() {
        StoredCalls.migrate(clickHouse);
        owner = Acting.ownerOfNewTenant("zones");
        tenant = TenantId.of(owner.tenantId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Vienna",
                "America/New_York",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "America/St_Johns",
                "Pacific/Apia"
            })
    void each_calls_hour_day_week_and_month_is_that_of_the_zone_also_when_its_clocks_change(String name) {
        ZoneId zone = ZoneId.of(name);
        LocalDate changed = lastChange(zone);
        List<ToolCallEvent> calls =
                calls(changed.minusDays(9).atStartOfDay(zone).toInstant(), 18 * 24);
        StoredCalls.store(clickHouse, calls);
        LocalDate from = changed.minusDays(6);
        LocalDate to = changed.plusDays(6);
        List<ToolCallEvent> within = calls.stream()
                .filter(call -> !call.startedAt()
                                .isBefore(from.atStartOfDay(zone).toInstant())
                        && call.startedAt().isBefore(to.atStartOfDay(zone).toInstant()))
                .toList();
        String bounds = "&from=" + from + "&to=" + to + "&zone=" + name;

        expect(
                report("day", bounds),
                within,
                "day",
                at -> at.atZone(zone).toLocalDate().toString());
        expect(
                report("month", bounds),
                within,
                "month",
                at -> YearMonth.from(at.atZone(zone)).toString());
        expect(
                report("week", bounds),
                within,
                "week",
                at -> at.atZone(zone)
                        .toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .toString());
        expect(report("key", bounds), within);
        expect(report("", bounds), within);
        if (!name.equals("Australia/Lord_Howe")) {
            expect(
                    report("hour", bounds),
                    within,
                    "hour",
                    at -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            at.atZone(zone).truncatedTo(ChronoUnit.HOURS)));
        }
        expect(report("day,hour,model", bounds), within);
    }

    /** The last change of clocks, or a month ago; not before the year that calls are kept for. */
    private static LocalDate lastChange(ZoneId zone) {
        Instant monthAgo = Instant.now().minus(Duration.ofDays(30));
        ZoneOffsetTransition change = zone.getRules().previousTransition(monthAgo);
        Instant at = change == null || change.getInstant().isBefore(monthAgo.minus(Duration.ofDays(300)))
                ? monthAgo
                : change.getInstant();
        return ZonedDateTime.ofInstant(at, zone).toLocalDate();
    }

    private JsonPath report(String groupBy, String bounds) {
        return owner.get("/spend?group_by=" + groupBy + bounds)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void expect(
            JsonPath report, List<ToolCallEvent> calls, String field, Function<Instant, String> name) {
        SortedMap<String, Long> expected = new TreeMap<>();
        calls.forEach(call -> expected.merge(name.apply(call.startedAt()), call.costNanos(), Math::addExact));
        Map<String, Long> reported = new TreeMap<>();
        List<Map<String, Object>> rows = report.getList("rows");
        for (Map<String, Object> row : rows) {
            @SuppressWarnings("unchecked")
            Map<String, String> group = (Map<String, String>) Objects.requireNonNull(row.get("group"));
            reported.merge(
                    Objects.requireNonNull(group.get(field)),
                    Money.ofDollars(String.valueOf(row.get("cost"))).nanos(),
                    Math::addExact);
        }
        assertThat(reported).as("seed %d", SEED).isEqualTo(expected);
        expect(report, calls);
    }

    private static void expect(JsonPath report, List<ToolCallEvent> calls) {
        assertThat(report.getInt("total.calls")).as("seed %d", SEED).isEqualTo(calls.size());
        assertThat(Money.ofDollars(report.getString("total.cost")).nanos())
                .isEqualTo(calls.stream().mapToLong(ToolCallEvent::costNanos).sum());
        assertThat(report.getLong("total.tokens.result"))
                .isEqualTo(calls.stream()
                        .map(ToolCallEvent::tokens)
                        .filter(Objects::nonNull)
                        .mapToLong(TokenUse::result)
                        .sum());
    }

    private List<ToolCallEvent> calls(Instant from, int hours) {
        Random random = new Random(SEED);
        List<ToolCallEvent> calls = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            ToolCallEvent call = Events.call(
                    tenant,
                    from.plusMillis(random.nextLong(hours * 3_600_000L)),
                    random.nextBoolean() ? ROBOT : PERSON,
                    "Key",
                    "find",
                    random.nextLong(1_000_000_000L),
                    CallStatus.OK);
            calls.add(random.nextBoolean() ? call : Events.counted(call, use(random.nextInt(500), Events.MODEL)));
        }
        return calls;
    }

    private static TokenUse use(int result, ModelId model) {
        return new TokenUse(10, 5, result, TokenEncoding.O200K, "gpt-large", model, 1L, 7);
    }

    @Test
    void the_tenants_own_zone_holds_where_none_is_asked_for_and_reports_say_which_it_was() {
        StoredCalls.store(
                clickHouse,
                List.of(Events.call(
                        tenant, Instant.parse("2026-11-01T18:45:00Z"), ROBOT, "Robot", "find", 5, CallStatus.OK)));
        owner.put("/settings", Map.of("approval", "NEVER", "timeZone", "Asia/Kolkata", "weekStart", "SUNDAY"))
                .statusCode(200);

        owner.get("/me").body("timeZone", equalTo("Asia/Kolkata"));
        owner.get("/spend?group_by=day&from=2026-11-02&to=2026-11-03")
                .statusCode(200)
                .body("zone", equalTo("Asia/Kolkata"))
                .body("weekStart", equalTo("SUNDAY"))
                .body("from", equalTo("2026-11-01T18:30:00Z"))
                .body("to", equalTo("2026-11-02T18:30:00Z"))
                .body("rows.group.day", equalTo(List.of("2026-11-02")));
        owner.get("/spend?group_by=day&from=2026-11-01&to=2026-11-02&zone=UTC")
                .body("zone", equalTo("UTC"))
                .body("rows.group.day", equalTo(List.of("2026-11-01")));
        assertThat(owner.get("/spend?group_by=day&from=2026-11-02&to=2026-11-03&format=csv")
                        .extract()
                        .asString())
                .startsWith("day,zone,calls,")
                .contains("2026-11-02,Asia/Kolkata,1,");
    }

    @Test
    void a_zone_that_there_is_not_is_named() {
        owner.get("/spend?zone=Europe/Atlantis")
                .statusCode(422)
                .body("errors[0].field", equalTo("zone"))
                .body("errors[0].message", startsWith("is a time zone such as Europe/Vienna"));
    }

    @Test
    void spend_and_calls_are_narrowed_to_a_model() {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2));
        ToolCallEvent large = Events.counted(
                Events.call(tenant, hour, ROBOT, "Robot", "find", 3, CallStatus.OK), use(31, Events.MODEL));
        ToolCallEvent small = Events.counted(
                Events.call(tenant, hour.plusSeconds(9), ROBOT, "Robot", "find", 5, CallStatus.OK),
                use(7, new ModelId(new UUID(7, 7))));
        ToolCallEvent none = Events.call(tenant, hour.plusSeconds(10), ROBOT, "Robot", "find", 9, CallStatus.OK);
        StoredCalls.store(clickHouse, List.of(large, small, none));

        for (String zone : List.of("UTC", "Asia/Kolkata")) {
            owner.get("/spend?group_by=hour&zone=" + zone + "&model=" + Events.MODEL)
                    .statusCode(200)
                    .body("total.calls", equalTo(1))
                    .body("total.tokens.result", equalTo(31))
                    .body("total.cost", equalTo("0.000000003"));
        }
        owner.get("/calls?model=" + Events.MODEL)
                .statusCode(200)
                .body("items.id", equalTo(List.of(large.callId().toString())));
        owner.get("/spend?model=gpt-large").statusCode(422).body("errors[0].field", equalTo("model"));
    }
}
