package dev.tollgate.control.credential;

import static dev.tollgate.control.credential.TokenBench.answer;
import static dev.tollgate.control.credential.TokenBench.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.credential.Renewals.Outcome;
import dev.tollgate.control.credential.TokenStore.Claim;
import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.FakeOauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.AccessTokenStatus.State;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections of people and of the tenant beside one another: they come, go and end, and lend one another nothing. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ConnectionTokensTest {
    private static final UUID TENANT = CredentialTokens.TENANT;
    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();

    @Inject
    TokenBench.Beans beans;

    @Inject
    SealAgain sealAgain;

    private TokenBench bench;

    @BeforeEach
    void server() {
        bench = beans.bench();
    }

    @Test
    void aGrantThatIsTakenBackEndsTheConnectionAndSaysSo() {
        bench.connected(ANN, "access-1", "refresh-1");

        bench.renew(ANN, refused("invalid_grant"));

        assertThat(bench.status(ANN).reason()).isEqualTo("the provider refuses: invalid_grant (no): connect anew");
        assertThat(bench.status(ANN).nextAt()).isEqualTo(bench.status(ANN).expiresAt());
        bench.set(ANN, "expires_at = now()");
        assertThat(bench.renewAs(bench.claim(ANN).orElseThrow(), bench.provider))
                .isEqualTo(Outcome.FAILED);
        assertThat(bench.provider.asked()).as("nobody is asked").hasSize(1);
        assertThat(bench.status(ANN).reason()).isEqualTo("the provider refuses: invalid_grant (no): connect anew");
        assertThat(bench.row(ANN)).returns(null, row -> row.sealed).returns(null, row -> row.nextAt);
    }

    @Test
    void peoplesTokensStandBesideTheTenantsOwn() {
        bench.connected(TENANT, "own-1", "own-refresh");
        bench.connected(ANN, "ann-1", "ann-refresh");
        bench.connected(BEN, "ben-1", null);

        bench.renew(ANN, answer("ann-2", "ann-refresh-2"));
        bench.disconnected(ANN);

        assertThat(bench.provider.asked()).containsExactly("refresh ann-refresh");
        assertThat(bench.statusIfAny(ANN)).isEmpty();
        assertThat(bench.atGateways()).isEqualTo("Bearer own-1");
        assertThat(bench.status(BEN).nextAt()).isEqualTo(bench.status(BEN).expiresAt());
        bench.set(BEN, "expires_at = now()");
        bench.renewAs(bench.claim(BEN).orElseThrow(), bench.provider);
        assertThat(bench.status(BEN).reason()).isEqualTo("the provider gave no refresh token: connect anew");
    }

    @Test
    void noRowLendsAnothersRefreshToken() {
        bench.connected(ANN, "ann-1", "ann-refresh");
        bench.connected(BEN, "ben-1", "ben-refresh");
        bench.set(
                ANN,
                "refresh = (select o.refresh from upstream_token o where o.server_id = upstream_token.server_id"
                        + " and o.person = '" + BEN + "'), renewal = (select o.renewal from upstream_token o"
                        + " where o.server_id = upstream_token.server_id and o.person = '" + BEN + "')");

        Claim claim = bench.claim(ANN).orElseThrow();

        assertThatThrownBy(() -> bench.renewAs(claim, bench.provider)).hasMessageContaining("cannot be opened");
        assertThat(bench.provider.asked()).isEmpty();
    }

    @Test
    void whoHeldWhatWasDisconnectedWritesNothingToTheNext() {
        bench.connected(ANN, "access-1", "refresh-1");
        Claim old = bench.claim(ANN).orElseThrow();
        FakeOauthClient slow = new FakeOauthClient() {
            @Override
            public TokenAnswer refresh(Access access, String refreshToken) {
                bench.disconnected(ANN);
                bench.connected(ANN, "of another account", "another");
                assertThat(bench.claim(ANN)).isPresent();
                return answer("access-2", "refresh-2");
            }
        };

        assertThat(bench.renewAs(old, slow)).isEqualTo(Outcome.LOST);

        bench.itsTermEnds(ANN);
        bench.renew(ANN, answer("access-3", "refresh-3"));
        assertThat(bench.provider.asked()).containsExactly("refresh another");
    }

    @Test
    void withAnotherCredentialAllAreGone() {
        bench.connected(TENANT, "own-1", "own-refresh");
        bench.connected(ANN, "ann-1", "ann-refresh");
        long before = bench.version();

        bench.credential("second");

        assertThat(bench.status(TENANT).state()).isEqualTo(State.PENDING);
        assertThat(bench.row(TENANT).refresh).isNull();
        assertThat(bench.statusIfAny(ANN)).isEmpty();
        assertThatThrownBy(() -> bench.received(ANN, before, answer("late", "late")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aRefreshTokenIsSealedAnewWithTheRest() {
        bench.connected(ANN, "ann-1", "ann-refresh");
        sealAgain.sealAgain();
        byte[] before = Objects.requireNonNull(bench.row(ANN).refresh);
        bench.set(ANN, "sealed_by = 'an-older-one'");

        assertThat(sealAgain.sealAgain()).isEqualTo(1);

        assertThat(bench.row(ANN).refresh).isNotEqualTo(before);
        bench.renew(ANN, answer("ann-2", "ann-refresh-2"));
        assertThat(bench.provider.asked()).containsExactly("refresh ann-refresh");
    }
}
