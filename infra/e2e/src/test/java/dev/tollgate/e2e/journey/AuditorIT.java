package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Problems;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("The auditor")
class AuditorIT {
    private static final int API_ACTIVITY = 6003;

    private final Tollgate tollgate;
    private final Set<String> made = new LinkedHashSet<>();
    private Company company;
    private IssuedKey key;
    private String refused = "";

    AuditorIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void calls_that_went_well_and_one_that_was_refused() {
        company = Company.founded(tollgate, "audit");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("desk"));
        key = workshop.key("clerk", "desk__echo");
        var agent = workshop.agent(key, "desk__echo");
        for (int i = 0; i < 5; i++) {
            made.add(Rpc.callId(agent.call("desk__echo", Map.of("message", "secret payload " + i)))
                    .toString());
        }
        refused = Rpc.callId(agent.call("desk__get-env", Map.of())).toString();
        made.add(refused);
        Eventually.passes(
                "all six attempts are listed",
                () -> assertThat(company.api().all("/api/v1/calls")).hasSize(6));
    }

    @Test
    @DisplayName("downloads JSON Lines with every attempt exactly once, as OCSF API Activity")
    void downloads_ocsf() {
        var answer = export(company.api(Role.AUDITOR));

        assertThat(answer.header("Content-Disposition").orElse("")).startsWith("attachment");
        var lines = lines(answer);
        assertThat(lines).hasSize(made.size());
        for (var id : made) {
            assertThat(lines.stream().filter(line -> line.toString().contains(id)))
                    .as("lines of call %s", id)
                    .hasSize(1);
        }
        assertThat(lines).allSatisfy(AuditorIT::isApiActivity);
        assertThat(answer.text()).doesNotContain("secret payload");
    }

    private static void isApiActivity(JsonNode line) {
        assertThat(line.path("class_uid").asInt()).as(line.toString()).isEqualTo(API_ACTIVITY);
        assertThat(line.path("metadata").path("version").asText())
                .as(line.toString())
                .startsWith("1.8");
        assertThat(line.path("type_uid").asLong())
                .as(line.toString())
                .isEqualTo(API_ACTIVITY * 100L + line.path("activity_id").asInt(-1));
        for (var required : List.of("actor", "api", "src_endpoint", "time", "severity_id", "category_uid")) {
            assertThat(line.has(required)).as("%s in %s", required, line).isTrue();
        }
        assertThat(line.path("api").path("operation").asText())
                .as(line.toString())
                .isNotBlank();
    }

    @Test
    @DisplayName("can tell the refused attempt from the others")
    void the_refusal_stands_out() {
        var lines = lines(export(company.api(Role.AUDITOR)));

        assertThat(lines).allSatisfy(line -> {
            var failed = line.toString().contains(refused);
            assertThat(line.path("status_id").asInt()).as(line.toString()).isEqualTo(failed ? 2 : 1);
        });
    }

    @Test
    @DisplayName("sees single calls, the refused one with its reason")
    void sees_calls() {
        var call = company.api(Role.AUDITOR).read("/api/v1/calls/" + refused, JsonNode.class);

        assertThat(call.path("status").asText()).isEqualTo("REFUSED");
        assertThat(call.path("reason").asText()).isEqualTo("UNKNOWN_TOOL");
        assertThat(call.path("keyId").asText()).isEqualTo(key.key().id());
    }

    @Test
    @DisplayName("finds nothing in a time before the calls")
    void an_earlier_time_is_empty() {
        var answer = company.api(Role.AUDITOR)
                .get("/api/v1/calls/export?format=ocsf&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z");

        assertThat(answer).returns(200, Answer::status);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    @DisplayName("is refused spend and every change; others are refused the export")
    void is_refused_the_rest() {
        var spend = company.api(Role.AUDITOR).get("/api/v1/spend?group_by=key");
        var viewer = export(company.api(Role.VIEWER));

        assertThat(Problems.words(spend, 403)).containsAnyOf("owner", "finance");
        assertThat(Problems.words(viewer, 403)).containsAnyOf("owner", "auditor");
    }

    private static Answer export(Api api) {
        var now = Instant.now();
        return api.get("/api/v1/calls/export?format=ocsf&from=" + now.minus(1, ChronoUnit.DAYS) + "&to="
                + now.plus(1, ChronoUnit.MINUTES));
    }

    private static List<JsonNode> lines(Answer answer) {
        assertThat(answer).returns(200, Answer::status);
        return answer.text()
                .lines()
                .map(line -> WireJson.decode(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .toList();
    }
}
