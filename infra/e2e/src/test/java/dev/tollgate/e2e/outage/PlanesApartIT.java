package dev.tollgate.e2e.outage;

import static dev.tollgate.e2e.stack.Tollgate.CONTROL_PLANE;
import static dev.tollgate.e2e.stack.Tollgate.GATEWAY;
import static dev.tollgate.e2e.stack.Tollgate.KAFKA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.store.Analytics;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.VirtualKey;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@EndToEnd
@Order(EndToEnd.LAST)
@Isolated("ends the control plane and Kafka")
@DisplayName("With the control plane and Kafka killed")
class PlanesApartIT {
    private static final String ECHO = "demo__echo";
    private static final String FILES = "files__list_allowed_directories";
    private static final String NOT_GRANTED = "demo__get-env";

    private final Tollgate tollgate;
    private final Analytics analytics;
    private Company company;
    private Workshop workshop;
    private IssuedKey key;
    private Agent agent;

    PlanesApartIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.analytics = new Analytics(tollgate);
    }

    @BeforeAll
    void an_agent_at_work() {
        company = Company.founded(tollgate, "apart");
        workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("demo"));
        workshop.approveAll(workshop.filesystem("files"));
        key = workshop.key("steady", ECHO, FILES);
        agent = workshop.agent(key, ECHO, FILES);
    }

    @AfterEach
    void whole_again() throws Exception {
        tollgate.restore();
    }

    @Test
    @DisplayName("a gateway killed and started again serves the same key, and afterwards every call is stored once")
    void calls_go_on() throws Exception {
        var answered = new LinkedHashSet<UUID>();
        answered.add(called(agent));

        tollgate.kill(CONTROL_PLANE);
        tollgate.kill(KAFKA);
        answered.add(called(agent));
        tollgate.kill(GATEWAY);
        tollgate.start(GATEWAY);

        assertThat(agent.tools()).containsExactlyInAnyOrder(ECHO, FILES);
        for (int i = 0; i < 20; i++) {
            answered.add(called(agent));
            answered.add(called(agent.speaking(Era.LEGACY)));
        }
        assertThat(agent.text(FILES, Map.of())).startsWith("Allowed directories:");
        refusesWhatWasRefused();

        tollgate.start(KAFKA);
        tollgate.start(CONTROL_PLANE);
        storedOnce(answered);
        controlIsBack();
    }

    private static UUID called(Agent agent) {
        var answer = agent.call(ECHO, Map.of("message", "still here"));
        assertThat(Rpc.text(answer)).isEqualTo("Echo: still here");
        return Rpc.callId(answer);
    }

    private void refusesWhatWasRefused() {
        var outOfScope = agent.call(NOT_GRANTED, Map.of());

        assertThat(Rpc.message(outOfScope).path("error").path("message").asText())
                .containsIgnoringCase("unknown tool");
    }

    private void storedOnce(Set<UUID> answered) {
        Eventually.passes(
                "every call answered while Kafka was gone is stored",
                () -> assertThat(analytics.callsOf(key.key().id())).containsAll(answered));
        var stored = analytics.callsOf(key.key().id());
        assertThat(analytics.rowsOf(key.key().id())).isEqualTo(stored.size());
    }

    /** A change made afterwards arrives: the planes speak again. */
    private void controlIsBack() {
        var now = company.api().read("/api/v1/keys/" + key.key().id(), VirtualKey.class);
        company.api()
                .expect(
                        Request.post("/api/v1/keys/" + now.id() + "/revoke", new RevokeKey("the drill is over"))
                                .ifMatch(now.version()),
                        200);
        Eventually.passes(
                "the revocation reaches the gateway",
                () -> assertThat(agent.list().status()).isEqualTo(401));
    }
}
