package dev.tollgate.e2e.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.PackagedProgram;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.AccessTokenStatus.State;
import dev.tollgate.model.api.ServerCredential;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** The control plane dies of SIGKILL at each step of a renewal, against a provider that takes a refresh token once. */
@EndToEnd
@Order(EndToEnd.LAST)
@Isolated("ends the control plane")
@DisplayName("A control plane that is killed while it renews a token")
class KilledHolderIT {
    /** Longer than the suite: nothing is due but what a test makes due. */
    private static final int LIFE_SECONDS = 3_600;

    private static final String TOOL = "bearer__whichToken";

    private final Tollgate tollgate;
    private final PackagedProgram sealer;
    private BearerService service;
    private RotatingProvider strict;
    private RotatingProvider forgiving;

    KilledHolderIT(Tollgate tollgate) throws Exception {
        this.tollgate = tollgate;
        this.sealer = PackagedProgram.compiled("dev.tollgate.control.credential.RefreshTokenSealer", "renewal");
    }

    @BeforeAll
    void two_providers() throws Exception {
        service = new BearerService();
        strict = RotatingProvider.of(tollgate, "strict-" + UUID.randomUUID(), 0, LIFE_SECONDS);
        forgiving = RotatingProvider.of(tollgate, "forgiving-" + UUID.randomUUID(), 1, LIFE_SECONDS);
    }

    @AfterAll
    void whole_again() throws Exception {
        tollgate.restore();
        strict.close();
        forgiving.close();
        service.close();
    }

    /** A server whose token came with a refresh token, and an agent that calls it. */
    private final class Connection {
        private final RotatingProvider provider;
        private final Company company;
        private final String path;
        private final StoredToken token;
        private final Agent agent;

        Connection(RotatingProvider provider, String name) throws Exception {
            this.provider = provider;
            company = Company.founded(tollgate, name);
            var workshop = company.workshop(company.environment("production"));
            var server = workshop.approveAll(workshop.openApi("bearer", service.document()));
            path = "/api/v1/servers/" + server.id() + "/credential";
            company.api().expect(Request.of("PUT", path).ifMatch(0).body(provider.credential()), 200);
            agent = workshop.agent(workshop.key("robot", "bearer__*"), TOOL);
            token = new StoredToken(tollgate, company, server);
            Eventually.passes("the server is called with a token", this::shown);
        }

        /** Which token the server is shown; there is one, whatever else is down. */
        String shown() {
            var text = agent.text(TOOL, Map.of());
            assertThat(text).contains("token");
            return text;
        }

        AccessTokenStatus status() {
            return Objects.requireNonNull(
                    company.api().read(path, ServerCredential.class).token());
        }

        void isDue() throws Exception {
            token.isDue();
            token.itsTermEnds();
        }
    }

    private void killed(Crash crash, Connection connection) throws Exception {
        connection.token.comesWith(connection.provider.firstRefreshToken(), sealer);
        var before = connection.shown();
        var killed = crash.at(connection.provider.door(), connection.token, tollgate);

        connection.token.isDue();
        killed.get(90, TimeUnit.SECONDS);

        assertThat(connection.shown()).as("served by the token at hand").isEqualTo(before);
        tollgate.start(Tollgate.CONTROL_PLANE);
        if (crash == Crash.BEFORE_IT_IS_NOTED_THAT_THE_TOKEN_IS_SENT) {
            connection.token.itsTermEnds();
        }
    }

    private void goes_on(Crash crash, Connection connection) throws Exception {
        var before = connection.shown();
        killed(crash, connection);

        Eventually.passes("the next holder has renewed it", () -> {
            assertThat(connection.shown()).isNotEqualTo(before);
            assertThat(connection.status().state()).isEqualTo(State.VALID);
        });
        assertThat(connection.token.hasUnansweredRequest()).isFalse();
        var recovered = connection.shown();
        connection.isDue();
        Eventually.passes(
                "the refresh token that is stored is good too",
                () -> assertThat(connection.shown()).isNotEqualTo(recovered));
        assertThat(connection.status().state()).isEqualTo(State.VALID);
    }

    private void ends(Crash crash, Connection connection) throws Exception {
        var before = connection.shown();
        killed(crash, connection);

        Eventually.passes(
                "the next holder has been refused",
                () -> assertThat(connection.status().state()).isEqualTo(State.NEEDS_ATTENTION));
        assertThat(connection.status().reason())
                .startsWith("the provider's answer was lost when it was asked at ")
                .contains("connect anew")
                .contains("invalid_grant");
        assertThat(connection.shown()).as("served to its end").isEqualTo(before);
    }

    /** Each takes half a minute, so the gate tries those that could lose something; {@code -Dtollgate.drills=all} tries all. */
    private static boolean isTried(Crash crash) {
        return "all".equals(System.getProperty("tollgate.drills"))
                || crash == Crash.BEFORE_THE_ANSWER_IS_STORED
                || crash == Crash.BEFORE_WHAT_IS_STORED_IS_PUBLISHED;
    }

    @TestFactory
    @DisplayName("has the next one go on, or say that the provider's answer was lost")
    Stream<DynamicTest> each_point() throws Exception {
        var tests = new ArrayList<DynamicTest>();
        // All are connected before the first kill: until Kafka gives the killed one up, nobody takes what is found.
        for (var crash : Crash.values()) {
            if (isTried(crash)) {
                var connection = new Connection(strict, "strict");
                tests.add(DynamicTest.dynamicTest("a strict provider, " + crash.words(), () -> {
                    if (crash.losesTheAnswer) {
                        ends(crash, connection);
                    } else {
                        goes_on(crash, connection);
                    }
                }));
            }
        }
        for (var crash : Crash.values()) {
            if (crash.losesTheAnswer && isTried(crash)) {
                var connection = new Connection(forgiving, "forgiving");
                tests.add(DynamicTest.dynamicTest(
                        "one that forgives a second use, " + crash.words(), () -> goes_on(crash, connection)));
            }
        }
        return tests.stream();
    }
}
