package dev.tollgate.e2e.outage;

import static dev.tollgate.e2e.stack.Tollgate.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.agent.ClientFolder;
import dev.tollgate.e2e.agent.ResumingClient;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.fixture.Fixture;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.IssuedKey;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@EndToEnd
@Order(EndToEnd.LAST)
@Isolated("ends a gateway")
@DisplayName("An agent that loses its connection in the middle of a call and comes back to the other gateway")
class ResumptionIT {
    private static final String OTHER = Tollgate.HOME_GATEWAYS.getLast();
    private static final String TOOL = "test_long_progress";
    private static final String PROGRESS = "notifications/progress";

    private final Tollgate tollgate;
    private final ClientFolder packages;
    private Fixture fixture;
    private IssuedKey key;

    ResumptionIT(Tollgate tollgate) throws Exception {
        this.tollgate = tollgate;
        this.packages = ClientFolder.in(tollgate);
    }

    /** Before a gateway is killed: its share in looking at servers is taken over only when Kafka has given it up. */
    @BeforeAll
    void both_serve() throws Exception {
        var started = tollgate.starting(OTHER);
        fixture = Fixture.started(packages, Era.LEGACY);
        var company = Company.founded(tollgate, "unsteady");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.unprefixed("fixture", fixture.url()));
        key = workshop.key("unsteady", "*");
        started.join();
    }

    @BeforeEach
    void both_know_the_key() {
        for (var gateway : Tollgate.HOME_GATEWAYS) {
            var there = Agent.with(tollgate.mcp(gateway), key.secret());
            Eventually.passes(
                    gateway + " knows the key", () -> assertThat(there.tools()).contains(TOOL));
        }
    }

    @AfterEach
    void both_serve_again() throws Exception {
        tollgate.restore();
    }

    @AfterAll
    void whole_again() throws Exception {
        tollgate.stop(OTHER);
        fixture.close();
    }

    @Test
    @DisplayName("hears each word of progress once, and has the answer")
    void goes_on_at_the_other() throws Exception {
        try (var hop = TurningHop.between(tollgate.mcp(GATEWAY), tollgate.mcp(OTHER), PROGRESS, 3, () -> {})) {
            var report = ResumingClient.call(packages, hop.url(), key.secret(), TOOL);

            assertThat(hop.hasTurned()).isTrue();
            assertThat(progress(report))
                    .containsExactly(IntStream.rangeClosed(1, 10).boxed().toArray(Integer[]::new));
            assertThat(report.required("result").toString()).contains("there");
            // Before the first word, with each, and with the answer.
            assertThat(report.required("tokens").asInt()).isEqualTo(12);
        }
    }

    @Test
    @DisplayName("is told at once that its answer is lost if the gateway that made the call is killed")
    void is_told_of_the_loss() throws Exception {
        try (var hop = TurningHop.between(
                tollgate.mcp(GATEWAY), tollgate.mcp(OTHER), PROGRESS, 3, () -> tollgate.kill(GATEWAY))) {
            var report = ResumingClient.call(packages, hop.url(), key.secret(), TOOL);

            assertThat(hop.hasTurned()).isTrue();
            assertThat(progress(report)).containsExactly(1, 2, 3);
            assertThat(report.required("error").required("message").asText())
                    .contains("its answer cannot be had any more");
        }
    }

    private static Integer[] progress(JsonNode report) {
        return StreamSupport.stream(report.required("progress").spliterator(), false)
                .map(JsonNode::asInt)
                .toArray(Integer[]::new);
    }
}
