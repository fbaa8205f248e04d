package dev.tollgate.e2e.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.PackagedProgram;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.AccessTokenStatus.State;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Two control planes, and a provider that says how often it was asked. */
@EndToEnd
@Order(EndToEnd.LAST)
@Isolated("ends the control plane")
@DisplayName("Of two control planes")
class TwoHoldersIT {
    private static final int SERVERS = 4;
    /** Renewed at half of it, some ten times while the suite runs. */
    private static final int LIFE_SECONDS = 16;

    private final Tollgate tollgate;
    private final PackagedProgram sealer;
    private final List<StoredToken> tokens = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private BearerService service;
    private RotatingProvider provider;
    private SecondControlPlane second;
    private Company company;
    private Workshop workshop;

    TwoHoldersIT(Tollgate tollgate) throws Exception {
        this.tollgate = tollgate;
        this.sealer = PackagedProgram.compiled("dev.tollgate.control.credential.RefreshTokenSealer", "renewal");
    }

    @BeforeAll
    void servers_with_tokens_that_are_soon_over() throws Exception {
        var beside = SecondControlPlane.starting(tollgate);
        service = new BearerService();
        provider = RotatingProvider.of(tollgate, "brief-" + UUID.randomUUID(), 0, LIFE_SECONDS);
        company = Company.founded(tollgate, "two-holders");
        workshop = company.workshop(company.environment("production"));
        for (int i = 0; i < SERVERS; i++) {
            var server = workshop.openApi("bearer-" + i, service.document());
            servers.add(server);
            tokens.add(new StoredToken(tollgate, company, server));
        }
        second = beside.join();
        for (var server : servers) {
            company.api().expect(Request.of("PUT", path(server)).ifMatch(0).body(provider.credential()), 200);
        }
        Eventually.passes("each has a token", () -> assertThat(states()).containsOnly(State.VALID));
    }

    @AfterAll
    void whole_again() throws Exception {
        servers.forEach(workshop::remove);
        second.close();
        tollgate.restore();
        provider.close();
        service.close();
    }

    private static String path(Server server) {
        return "/api/v1/servers/" + server.id() + "/credential";
    }

    private List<State> states() {
        return servers.stream()
                .map(server -> company.api().read(path(server), ServerCredential.class))
                .map(credential -> Objects.requireNonNull(credential.token()).state())
                .toList();
    }

    private long renewals() throws SQLException {
        long all = 0;
        for (var token : tokens) {
            all += token.renewal();
        }
        return all;
    }

    /** As many tokens as were asked for came into the rows, while this many were. */
    private void each_is_asked_for_once(String grant, int grants) throws Exception {
        rest();
        long grantsBefore = provider.door().grants(grant);
        long renewalsBefore = renewals();
        for (var token : tokens) {
            token.isDue();
        }
        Eventually.passes(
                "the tokens were renewed",
                () -> assertThat(provider.door().grants(grant)).isGreaterThan(grantsBefore + grants));
        rest();
        assertThat(renewals() - renewalsBefore).isEqualTo(provider.door().grants(grant) - grantsBefore);
        assertThat(provider.door().grants()).allMatch(each -> each.status() == 200);
    }

    /** Nothing is due, and nothing is under way. */
    private void rest() {
        Eventually.passes("nobody renews any", () -> {
            for (var token : tokens) {
                token.rests();
                assertThat(token.isAtRest()).isTrue();
            }
        });
    }

    @Test
    @DisplayName("exactly one renews each token, of its client's own or with refresh tokens, and one goes on alone")
    void one_holder_each() throws Exception {
        each_is_asked_for_once("client_credentials", 3 * SERVERS);

        rest();
        for (var token : tokens) {
            token.comesWith(provider.firstRefreshToken(), sealer);
        }
        each_is_asked_for_once("refresh_token", 3 * SERVERS);

        rest();
        tollgate.kill(Tollgate.CONTROL_PLANE);
        long before = provider.door().grants("refresh_token");
        for (var token : tokens) {
            token.isDue();
        }
        Eventually.passes(
                "the other one goes on",
                () -> assertThat(provider.door().grants("refresh_token")).isGreaterThan(before + 2L * SERVERS));
        tollgate.start(Tollgate.CONTROL_PLANE);
        assertThat(provider.door().grants()).allMatch(each -> each.status() == 200);
        assertThat(states()).containsOnly(State.VALID);
    }
}
