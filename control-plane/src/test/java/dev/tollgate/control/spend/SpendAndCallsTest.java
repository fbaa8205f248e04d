package dev.tollgate.control.spend;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.tollgate.model.wire.WireJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports, lists and downloads over HTTP, from a real ClickHouse. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@WithTestResource(Analytics.class)
class SpendAndCallsTest {
    private static final KeyId ROBOT = new KeyId("robotrobot01");
    private static final KeyId PERSON = new KeyId("personperson");
    private static final Instant HOUR = Instant.now().truncatedTo(HOURS).minus(3, HOURS);
    private static final String AFTER_HOUR = "&from=" + HOUR.minus(2, HOURS) + "&to=" + HOUR.plus(3, HOURS);

    @Inject
    ClickHouse clickHouse;

    private Acting owner;
    private TenantId tenant;

    @BeforeEach
    void tenants() {
        StoredCalls.migrate(clickHouse);
        owner = Acting.ownerOfNewTenant("spend");
        tenant = TenantId.of(owner.tenantId());
    }

    @Test
    void groups_are_by_id_under_the_last_name_and_exact_to_the_nano_dollar() {
        store(
                call(0, ROBOT, "Robot", "find", 1, CallStatus.OK),
                call(1, ROBOT, "Robot", "find", 999_999_999_999_999_998L, CallStatus.OK),
                call(3_700, ROBOT, "Robot, renamed", "find", 0, CallStatus.TIMEOUT),
                call(10, PERSON, "=1+1", "invented", 0, CallStatus.REFUSED));

        owner.get("/spend?group_by=key" + AFTER_HOUR)
                .statusCode(200)
                .body("rows", hasSize(2))
                .body("rows[0].group", equalTo(Map.of("key", ROBOT.value(), "keyName", "Robot, renamed")))
                .body("rows[0].calls", equalTo(3))
                .body("rows[0].failedCalls", equalTo(1))
                .body("rows[0].cost", equalTo("999999999.999999999"))
                .body("rows[0].p50Micros", equalTo(10_000))
                .body("rows[1].refusedCalls", equalTo(1))
                .body("total.calls", equalTo(4))
                .body("total.cost", equalTo("999999999.999999999"));
    }

    @Test
    void a_name_that_was_only_asked_for_makes_no_group_of_its_own() {
        store(
                call(0, ROBOT, "Robot", "made-up-1", 0, CallStatus.REFUSED),
                call(1, ROBOT, "Robot", "made-up-2", 0, CallStatus.REFUSED),
                call(2, ROBOT, "Robot", "find", 5, CallStatus.OK));

        owner.get("/spend?group_by=tool,hour" + AFTER_HOUR)
                .body("rows.group.tool", equalTo(List.of("find", "")))
                .body("rows.group.hour", equalTo(List.of(HOUR.toString(), HOUR.toString())));
        owner.get("/spend?tool=find" + AFTER_HOUR).body("rows", hasSize(0)).body("total.calls", equalTo(1));
    }

    @Test
    void spend_is_grouped_by_those_whom_keys_belong_to() {
        store(call(0, ROBOT, "Robot", "find", 7, CallStatus.OK), call(5, PERSON, "Person", "find", 11, CallStatus.OK));

        owner.get("/spend?group_by=tier,customer,team,user,service" + AFTER_HOUR)
                .statusCode(200)
                .body("rows", hasSize(1))
                .body("rows[0].group.tier", equalTo("pro"))
                .body("rows[0].group.customer", equalTo(Events.INITECH.toString()))
                .body("rows[0].group.customerName", equalTo("Initech"))
                .body("rows[0].group.team", equalTo(Events.SUPPORT.toString()))
                .body("rows[0].group.teamName", equalTo("Support"))
                .body("rows[0].group.user", equalTo(""))
                .body("rows[0].group.service", equalTo(""))
                .body("rows[0].calls", equalTo(2));
        owner.get("/calls?key=" + ROBOT.value())
                .body("items[0].tier", equalTo("pro"))
                .body("items[0].customerName", equalTo("Initech"))
                .body("items[0].teamId", equalTo(Events.SUPPORT.toString()));
    }

    @Test
    void a_day_and_every_dimension_at_once_add_up() {
        store(
                call(0, ROBOT, "Robot", "find", 7, CallStatus.OK),
                call(5, PERSON, "Person", "find", 11, CallStatus.TOOL_ERROR));

        owner.get("/spend?group_by=key,tool,server,environment,status,day,hour" + AFTER_HOUR)
                .body("rows", hasSize(2))
                .body("rows[0].group.environmentName", equalTo("production"))
                .body("rows[0].group.serverName", equalTo("search"))
                .body("total.cost", equalTo("0.000000018"));
    }

    @Test
    void a_total_is_that_of_its_rows_while_calls_arrive() throws Exception {
        Thread arriving = Thread.ofVirtual().start(() -> {
            for (int batch = 0; batch < 60; batch++) {
                store(
                        call(batch, ROBOT, "Robot", "find", 3, CallStatus.OK),
                        call(batch, PERSON, "Person", "find", 5, CallStatus.TOOL_ERROR));
            }
        });
        int looks = 0;
        while (arriving.isAlive() || looks == 0) {
            JsonPath report =
                    owner.get("/spend?group_by=key" + AFTER_HOUR).extract().jsonPath();
            List<Integer> calls = report.getList("rows.calls");
            List<String> costs = report.getList("rows.cost");
            assertThat(calls.stream().mapToInt(Integer::intValue).sum()).isEqualTo(report.getInt("total.calls"));
            assertThat(costs.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(report.getString("total.cost"));
            looks++;
        }
        arriving.join();

        owner.get("/spend?group_by=key" + AFTER_HOUR).body("total.calls", equalTo(120));
    }

    @Test
    void nothing_of_another_tenant_is_in_a_report_a_list_or_an_export() {
        var call = call(0, ROBOT, "Robot", "find", 7, CallStatus.OK);
        store(call);
        var other = Acting.ownerOfNewTenant("other");

        other.get("/spend?group_by=key&key=" + ROBOT + AFTER_HOUR)
                .statusCode(200)
                .body("rows", hasSize(0))
                .body("total.calls", equalTo(0))
                .body("total.p95Micros", equalTo(0));
        other.get("/calls?key=" + ROBOT).body("items", hasSize(0));
        other.get("/calls/" + call.callId()).statusCode(404);
        assertThat(other.get("/calls/export").statusCode(200).extract().asString())
                .isEmpty();
        owner.get("/calls/" + call.callId()).statusCode(200).body("cost", equalTo("0.000000007"));
    }

    @Test
    void a_csv_runs_nothing_in_a_spreadsheet() {
        store(call(0, PERSON, "=HYPERLINK(\"http://x\",\"y\")", "@find", 1, CallStatus.OK));

        var csv = owner.request()
                .header("Accept", "text/csv")
                .get("/spend?group_by=key,tool" + AFTER_HOUR)
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment"))
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        assertThat(csv.lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", "'@find", "0.000000001");
    }

    @Test
    void pages_of_calls_hold_each_once_newest_first_though_many_began_together() {
        store(IntStream.range(0, 23)
                .mapToObj(i -> call(i / 10, ROBOT, "Robot", "find", i, CallStatus.OK))
                .toArray(ToolCallEvent[]::new));
        List<String> ids = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = owner.get("/calls?limit=4" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract();
            ids.addAll(page.path("items.id"));
            times.addAll(page.path("items.startedAt"));
            cursor = page.path("nextCursor");
        }

        assertThat(ids).hasSize(23).doesNotHaveDuplicates();
        assertThat(times.stream().map(Instant::parse)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void an_export_of_several_pages_has_a_line_for_each_call_oldest_first() {
        store(IntStream.range(0, 4_321)
                .mapToObj(i -> call(i / 100, ROBOT, "Robot", "find", i, i == 7 ? CallStatus.REFUSED : CallStatus.OK))
                .toArray(ToolCallEvent[]::new));

        String text = owner.colleague("auditor")
                .get("/calls/export?format=ocsf" + AFTER_HOUR)
                .statusCode(200)
                .extract()
                .asString();

        List<JsonNode> lines = text.lines()
                .map(line -> WireJson.decode(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .toList();
        assertThat(lines).hasSize(4_321);
        assertThat(lines.stream().map(line -> line.path("metadata").path("uid").asText()))
                .doesNotHaveDuplicates();
        assertThat(lines.stream().map(line -> line.path("time").asLong())).isSorted();
        assertThat(lines.stream().filter(line -> line.path("status_id").asInt() == 2))
                .hasSize(1);
    }

    @Test
    void roles_see_what_is_theirs() {
        owner.colleague("auditor").get("/spend").statusCode(403);
        owner.colleague("auditor").get("/calls").statusCode(200);
        owner.colleague("finance").get("/spend").statusCode(200);
        owner.colleague("viewer").get("/calls/export").statusCode(403);
        owner.colleague("tool-admin").get("/calls").statusCode(403);
    }

    @Test
    void a_report_of_too_many_rows_says_what_to_narrow() {
        store(IntStream.range(0, 10_001)
                .mapToObj(i -> call(0, new KeyId("k%011d".formatted(i)), "Key", "find", 1, CallStatus.OK))
                .toArray(ToolCallEvent[]::new));

        owner.get("/spend?group_by=key" + AFTER_HOUR)
                .statusCode(422)
                .body("errors[0].field", equalTo("group_by"))
                .body("errors[0].message", startsWith("makes more than 10000 rows"));
    }

    @Test
    void tokens_and_what_they_cost_stand_beside_the_cost_of_tools_and_add_up_to_the_calls_own() {
        ModelId small = new ModelId(new UUID(7, 7));
        List<ToolCallEvent> calls = IntStream.range(0, 40)
                .mapToObj(i -> {
                    ToolCallEvent call = call(i * 200, ROBOT, "Robot", "find", 3, CallStatus.OK);
                    return switch (i % 4) {
                        case 0 -> call;
                        case 1 ->
                            Events.counted(
                                    call, new TokenUse(9, 9, 9, TokenEncoding.BYTES, "made up " + i, null, null, 0));
                        case 2 -> Events.counted(call, use(i, "gpt-large", Events.MODEL, 333_333_333_333_333_331L));
                        default -> Events.counted(call, use(i, i < 8 ? "old name" : "gpt-small", small, 7));
                    };
                })
                .toList();
        StoredCalls.store(clickHouse, calls.subList(0, 3));
        StoredCalls.store(clickHouse, calls.subList(3, 40));

        JsonPath report = owner.get("/spend?group_by=model" + AFTER_HOUR)
                .statusCode(200)
                .body("rows", hasSize(3))
                .body("rows.group.modelName", equalTo(List.of("", "gpt-large", "gpt-small")))
                .body("rows[0].calls", equalTo(20))
                .body("rows[0].tokenCost", equalTo("0"))
                .body("rows[1].group.model", equalTo(Events.MODEL.toString()))
                .body("rows[1].tokenCost", equalTo("3333333333.33333331"))
                .body("rows[2].tokenCost", equalTo("0.00000007"))
                .body("total.cost", equalTo("0.00000012"))
                .extract()
                .jsonPath();
        List<TokenUse> uses = calls.stream()
                .map(ToolCallEvent::tokens)
                .filter(Objects::nonNull)
                .toList();
        assertThat(report.getLong("total.tokens.definitions")).isEqualTo(sum(uses, TokenUse::definitions));
        assertThat(report.getLong("total.tokens.arguments")).isEqualTo(sum(uses, TokenUse::arguments));
        assertThat(report.getLong("total.tokens.result")).isEqualTo(sum(uses, TokenUse::result));
        assertThat(report.getString("total.tokenCost")).isEqualTo(new Money(sum(uses, TokenUse::costNanos)).dollars());
        assertThat(owner.get("/spend?format=csv&group_by=model" + AFTER_HOUR)
                        .extract()
                        .asString()
                        .lines()
                        .toList())
                .element(2)
                .asString()
                .endsWith(",10,0,0,0.00000003,42000,200,3100,3333333333.33333331,10000,10000");
    }

    private static TokenUse use(int i, String name, ModelId model, long nanos) {
        return new TokenUse(4_200, i, 310, TokenEncoding.O200K, name, model, 1L, nanos);
    }

    private static long sum(List<TokenUse> uses, ToLongFunction<TokenUse> of) {
        return uses.stream().mapToLong(of).reduce(0, Math::addExact);
    }

    @Test
    void a_call_tells_its_tokens_and_one_from_before_they_were_counted_tells_none() {
        ToolCallEvent counted = Events.counted(
                call(1, ROBOT, "Robot", "find", 3, CallStatus.OK), use(38, "gpt-large", Events.MODEL, 11_655_000));
        ToolCallEvent estimate = Events.counted(
                call(2, ROBOT, "Robot", "find", 3, CallStatus.OK),
                new TokenUse(9, 9, 9, TokenEncoding.BYTES, "made up", null, null, 0));
        ToolCallEvent before = call(3, ROBOT, "Robot", "find", 3, CallStatus.OK);
        store(counted, estimate, before);

        owner.get("/calls/" + counted.callId())
                .body("tokens.definitions", equalTo(4_200))
                .body("tokens.arguments", equalTo(38))
                .body("tokens.result", equalTo(310))
                .body("tokens.encoding", equalTo("o200k_base"))
                .body("tokens.estimate", equalTo(false))
                .body("tokens.model", equalTo("gpt-large"))
                .body("tokens.modelId", equalTo(Events.MODEL.toString()))
                .body("tokens.modelVersion", equalTo(1))
                .body("tokens.cost", equalTo("0.011655"))
                .body("cost", equalTo("0.000000003"));
        owner.get("/calls")
                .body("items[0]", not(hasKey("tokens")))
                .body("items[1].tokens.estimate", equalTo(true))
                .body("items[1].tokens", not(hasKey("modelId")))
                .body("items[1].tokens.model", equalTo("made up"))
                .body("items[2].tokens.cost", equalTo("0.011655"));
    }

    private ToolCallEvent call(int seconds, KeyId key, String keyName, String tool, long costNanos, CallStatus status) {
        return Events.call(tenant, HOUR.plusSeconds(seconds), key, keyName, tool, costNanos, status);
    }

    private void store(ToolCallEvent... calls) {
        StoredCalls.store(clickHouse, List.of(calls));
    }
}
