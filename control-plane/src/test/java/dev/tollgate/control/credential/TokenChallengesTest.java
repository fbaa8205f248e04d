package dev.tollgate.control.credential;

import static dev.tollgate.control.credential.TokenBench.answer;
import static dev.tollgate.control.credential.TokenBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.AccessTokenStatus.State;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers say that a token is not what they want: what is done by itself, and what waits for somebody. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class TokenChallengesTest {
    private static final UUID TENANT = CredentialTokens.TENANT;

    @Inject
    TokenBench.Beans beans;

    @Inject
    TokenChallenges challenges;

    private TokenBench bench;

    @BeforeEach
    void connected() {
        bench = beans.bench();
        bench.connected(TENANT, "access-1", "refresh-1");
    }

    private long token() {
        return bench.row(TENANT).renewal;
    }

    private void heard(long token, String... scopes) {
        bench.challenged(challenges, token, List.of(scopes));
    }

    private AccessTokenStatus status() {
        return bench.status(TENANT);
    }

    @Test
    void scopesThatItLacksWaitForConsentAndTheTokenServesOn() {
        heard(token(), "write", "read");
        heard(token(), "admin");

        assertThat(status().state()).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(status().reason()).isEqualTo("the server asks for more than was granted: scopes write, admin");
        assertThat(status().asked()).containsExactly("write", "admin");
        assertThat(bench.atGateways()).isEqualTo("Bearer access-1");
        assertThat(bench.provider.asked()).as("nobody is asked").isEmpty();
    }

    @Test
    void itAsksOnWhenTheTokenIsRenewedAndNotWhenSomebodyConnects() {
        heard(token(), "write");

        bench.renew(TENANT, answer("access-2", "refresh-2"));
        assertThat(status().state()).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(status().reason()).contains("write");
        assertThat(bench.atGateways()).isEqualTo("Bearer access-2");

        bench.connected(TENANT, "access-3", "refresh-3");
        assertThat(status().state()).isEqualTo(State.VALID);
        assertThat(status().asked()).isEmpty();
    }

    @Test
    void scopesThatItHasAreNotAskedForAgain() {
        heard(token(), "read");

        assertThat(status().asked()).isEmpty();
        assertThat(status().reason()).isEqualTo("the server says that the token lacks what it was granted: scope read");
    }

    @Test
    void aTokenThatIsNotTakenIsRenewedOnceAndThenSomebodyHasToSeeToIt() {
        heard(token());
        assertThat(bench.due().token().isOfTenant()).isTrue();
        bench.itsTermEnds(TENANT);
        bench.renew(TENANT, answer("access-2", "refresh-2"));
        assertThat(status().state()).isEqualTo(State.VALID);

        heard(token());

        assertThat(status().state()).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(status().reason()).isEqualTo("the server does not take the token that the provider gives");
        heard(token());
        assertThat(status().nextAt()).as("is not asked for by that").isAfter(status().since());
    }

    @Test
    void whatIsSaidWhileItIsBeingRenewedAsksForNoSecondRenewal() {
        heard(token());
        bench.renew(TENANT, refused("invalid_grant"));
        heard(token());

        assertThat(status().state()).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(status().reason())
                .isEqualTo(
                        "the server does not take the token any more; the provider refuses: invalid_grant (no): connect"
                                + " anew");
        assertThat(bench.provider.asked()).hasSize(1);
        assertThat(status().nextAt()).isEqualTo(status().expiresAt());
    }

    @Test
    void aServerThatRefusedLongAgoIsBelievedAgain() {
        heard(token());
        bench.renew(TENANT, answer("access-2", "refresh-2"));
        bench.set(TENANT, "refused_at = refused_at - interval '11 minutes'");

        heard(token());

        assertThat(status().state()).isEqualTo(State.VALID);
        assertThat(bench.due().token().isOfTenant()).isTrue();
    }

    @Test
    void aWordOnAnotherTokenChangesNothing() {
        AccessTokenStatus before = status();

        heard(token() - 1);
        heard(token() + 1, "write");

        assertThat(status()).isEqualTo(before);
    }
}
