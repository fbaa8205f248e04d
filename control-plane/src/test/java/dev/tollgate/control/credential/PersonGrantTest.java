package dev.tollgate.control.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.credential.Renewals.Outcome;
import dev.tollgate.control.credential.TokenStore.Claim;
import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.FakeOauthClient;
import dev.tollgate.control.oauth.SubjectToken;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.oauth.TokenAnswer.ProviderAway;
import dev.tollgate.control.oauth.TokenAnswer.TokenRefused;
import dev.tollgate.control.oauth.TokenAnswer.Tokens;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.AccessTokenStatus.State;
import dev.tollgate.model.wire.ConnectionSeal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person's sign-in at a provider, and the token for the server that is got for it: who has which, and what a crash costs. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PersonGrantTest {
    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();

    @Inject
    GrantBench.Beans beans;

    private GrantBench bench;

    @BeforeEach
    void server() {
        bench = beans.bench();
    }

    /** The process of a holder ends at once, whatever it was doing. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What the provider of sign-ins answers for a person: the number tells the renewals apart. */
    private static Tokens signIn(String who, int number) {
        return new Tokens(
                "at-provider-" + who + number,
                "stay-" + who + number,
                Instant.now().plus(Duration.ofMinutes(5)),
                List.of("openid"),
                "Bearer",
                "id-" + who + number);
    }

    private static Tokens forServer(String token) {
        return new Tokens(token, "not-used", Instant.now().plus(Duration.ofHours(2)), List.of("crm.read"), "Bearer");
    }

    private Outcome renewed(UUID person, String who, int number, TokenAnswer exchanged) {
        bench.provider.next(signIn(who, number)).next(exchanged);
        return bench.renewAs(bench.claim(person).orElseThrow(), bench.provider);
    }

    @ParameterizedTest
    @EnumSource(GrantBench.Way.class)
    void theServersTokenAloneIsPublishedAndOfTheSignInOnlyTheRefreshTokenIsKept(GrantBench.Way way) {
        bench.wants(way);
        bench.signedIn(ANN, signIn("ann", 1));
        assertThat(bench.status(ANN).state()).isEqualTo(State.PENDING);
        assertThat(bench.published(ANN))
                .as("nothing is said before there is something")
                .isEmpty();

        assertThat(renewed(ANN, "ann", 2, forServer("crm-ann"))).isEqualTo(Outcome.RENEWED);

        assertThat(bench.provider.asked()).containsExactly("refresh stay-ann1", way.asked("ann2"));
        assertThat(bench.atGateways(ANN)).isEqualTo("Bearer crm-ann");
        assertThat(bench.status(ANN))
                .returns(State.VALID, status -> status.state())
                .returns(List.of("crm.read"), status -> status.scopes());
        assertThat(bench.opened(ANN)).containsExactly("stay-ann2", "Bearer crm-ann");
    }

    @ParameterizedTest
    @EnumSource(GrantBench.Way.class)
    void eachPersonHasTheTokenOfTheirOwnSignIn(GrantBench.Way way) {
        bench.wants(way);
        bench.signedIn(ANN, signIn("ann", 1));
        bench.signedIn(BEN, signIn("ben", 1));

        renewed(BEN, "ben", 2, forServer("crm-ben"));
        // Whoever looked for one that is due took both.
        bench.itsTermEnds(ANN);
        renewed(ANN, "ann", 2, forServer("crm-ann"));

        assertThat(bench.provider.asked())
                .containsExactly("refresh stay-ben1", way.asked("ben2"), "refresh stay-ann1", way.asked("ann2"));
        assertThat(bench.atGateways(ANN)).isEqualTo("Bearer crm-ann");
        assertThat(bench.atGateways(BEN)).isEqualTo("Bearer crm-ben");
    }

    @Test
    void theNextRefreshTokenIsStoredBeforeAnythingIsAskedForWithTheSignIn() {
        bench.signedIn(ANN, signIn("ann", 1));
        bench.provider.next(signIn("ann", 2));
        FakeOauthClient looking = new FakeOauthClient() {
            @Override
            public TokenAnswer refresh(Access access, String refreshToken) {
                return bench.provider.refresh(access, refreshToken);
            }

            @Override
            public TokenAnswer exchange(Access access, SubjectToken subject, @Nullable String audience) {
                assertThat(bench.opened(ANN)).containsExactly("stay-ann2");
                assertThat(bench.row(ANN).sentAt).as("nothing is lost any more").isNull();
                assertThat(bench.row(ANN).heldUntil).isAfter(Instant.now().plus(TokenStore.TERM.dividedBy(2)));
                return forServer("crm-ann");
            }
        };

        assertThat(bench.renewAs(bench.claim(ANN).orElseThrow(), looking)).isEqualTo(Outcome.RENEWED);
        assertThat(bench.atGateways(ANN)).isEqualTo("Bearer crm-ann");
    }

    /** Where a holder of a sign-in may die beside where any may. */
    private final class Dying extends FakeOauthClient {
        private final boolean withTheSignIn;

        private Dying(boolean withTheSignIn) {
            this.withTheSignIn = withTheSignIn;
        }

        @Override
        public TokenAnswer refresh(Access access, String refreshToken) {
            TokenAnswer answer = bench.provider.refresh(access, refreshToken);
            if (withTheSignIn) {
                throw new Killed();
            }
            return answer;
        }

        @Override
        public TokenAnswer exchange(Access access, SubjectToken subject, @Nullable String audience) {
            bench.provider.exchange(access, subject, audience);
            throw new Killed();
        }
    }

    private void dies(boolean withTheSignIn) {
        bench.provider.next(signIn("ann", 2));
        if (!withTheSignIn) {
            bench.provider.next(forServer("never seen"));
        }
        Claim claim = bench.claim(ANN).orElseThrow();
        assertThatThrownBy(() -> bench.renewAs(claim, new Dying(withTheSignIn))).isInstanceOf(Killed.class);
        assertThat(bench.claim(ANN)).as("held until its term ends").isEmpty();
        bench.itsTermEnds(ANN);
    }

    @Test
    void whoeverDiesWithTheServersTokenLosesNothing() {
        bench.signedIn(ANN, signIn("ann", 1));
        renewed(ANN, "ann", 1, forServer("crm-1"));
        dies(false);
        assertThat(bench.atGateways(ANN)).isEqualTo("Bearer crm-1");

        assertThat(renewed(ANN, "ann", 3, forServer("crm-3"))).isEqualTo(Outcome.RENEWED);

        assertThat(bench.provider.asked().subList(2, 6))
                .as("each refresh token is used once")
                .containsExactly(
                        "refresh stay-ann1",
                        "exchange at-provider-ann2",
                        "refresh stay-ann2",
                        "exchange at-provider-ann3");
        assertThat(bench.atGateways(ANN)).isEqualTo("Bearer crm-3");
    }

    @Test
    void whoeverDiesWithTheSignInLeavesARowThatSaysSo() {
        bench.signedIn(ANN, signIn("ann", 1));
        dies(true);
        assertThat(bench.row(ANN).sentAt).isNotNull();

        bench.provider.next(new TokenRefused("invalid_grant", "no"));
        assertThat(bench.renewAs(bench.claim(ANN).orElseThrow(), bench.provider))
                .isEqualTo(Outcome.FAILED);

        assertThat(bench.status(ANN).reason())
                .startsWith("the provider's answer was lost")
                .contains("connect anew");
        assertThat(bench.provider.asked()).as("nothing is exchanged").noneMatch(asked -> asked.startsWith("exchange"));
        assertThat(bench.state(ANN)).isEqualTo(ConnectionSeal.State.NEEDS_ATTENTION);
    }

    @Test
    void whoHasLostTheClaimBetweenTheTwoExchangesNothing() {
        bench.signedIn(ANN, signIn("ann", 1));
        Claim slow = bench.claim(ANN).orElseThrow();
        FakeOauthClient overtaken = new FakeOauthClient() {
            @Override
            public TokenAnswer refresh(Access access, String refreshToken) {
                bench.disconnected(ANN);
                bench.signedIn(ANN, signIn("other-account", 1));
                return signIn("ann", 2);
            }
        };

        assertThat(bench.renewAs(slow, overtaken)).isEqualTo(Outcome.LOST);

        assertThat(overtaken.asked()).isEmpty();
        assertThat(bench.opened(ANN)).containsExactly("stay-other-account1");
    }

    @Test
    void aRefusedExchangeNeedsAttentionAndTheSignInStands() {
        bench.signedIn(ANN, signIn("ann", 1));

        assertThat(renewed(ANN, "ann", 2, new TokenRefused("invalid_grant", "not for her")))
                .isEqualTo(Outcome.FAILED);

        assertThat(bench.status(ANN))
                .returns(State.NEEDS_ATTENTION, status -> status.state())
                .returns(
                        "the sign-in is taken, but no token for the server is given for it: invalid_grant (not for her)",
                        status -> status.reason());
        assertThat(bench.state(ANN)).isEqualTo(ConnectionSeal.State.NEEDS_ATTENTION);
        assertThat(bench.opened(ANN)).containsExactly("stay-ann2");
        assertThat(renewed(ANN, "ann", 3, forServer("crm-ann"))).isEqualTo(Outcome.RENEWED);
        assertThat(bench.atGateways(ANN)).isEqualTo("Bearer crm-ann");
    }

    @Test
    void aProviderThatIsAwayIsAskedAgainWithTheNextRefreshToken() {
        bench.signedIn(ANN, signIn("ann", 1));

        renewed(ANN, "ann", 2, new ProviderAway("answers with status 503", null));

        assertThat(bench.status(ANN)).returns(State.RETRYING, status -> status.state());
        renewed(ANN, "ann", 3, forServer("crm-ann"));
        assertThat(bench.provider.asked().get(2)).isEqualTo("refresh stay-ann2");
    }

    @ParameterizedTest
    @EnumSource(GrantBench.Way.class)
    void aProviderThatHandsBackTheSignInPublishesNothing(GrantBench.Way way) {
        bench.wants(way);
        bench.signedIn(ANN, signIn("ann", 1));

        renewed(ANN, "ann", 2, forServer("at-provider-ann2"));

        assertThat(bench.status(ANN).reason()).contains("same_token");
        assertThat(bench.opened(ANN)).containsExactly("stay-ann2");
        renewed(ANN, "ann", 3, forServer("id-ann3"));
        assertThat(bench.status(ANN).reason()).contains("same_token");
    }

    @Test
    void aSignInThatCannotBeRenewedIsNotTaken() {
        Tokens once = new Tokens("at-provider", null, null, List.of(), "Bearer", "id");

        assertThatThrownBy(() -> bench.signedIn(ANN, once))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("offline_access");

        assertThat(bench.statusIfAny(ANN)).isEmpty();
    }

    @Test
    void withoutAnIdTokenThereIsNothingToVouchWith() {
        bench.wants(GrantBench.Way.ID_JAG);
        bench.signedIn(ANN, signIn("ann", 1));
        bench.provider.next(TokenBench.answer("at-provider", "stay-ann2"));

        assertThat(bench.renewAs(bench.claim(ANN).orElseThrow(), bench.provider))
                .isEqualTo(Outcome.FAILED);

        assertThat(bench.status(ANN).reason()).contains("no_id_token");
        assertThat(bench.provider.asked()).containsExactly("refresh stay-ann1");
    }

    @Test
    void whatIsRevokedGoesToWhoGaveIt() {
        bench.wants(GrantBench.Way.ID_JAG);
        bench.signedIn(ANN, signIn("ann", 1));
        renewed(ANN, "ann", 2, forServer("crm-ann"));

        bench.disconnects(ANN);

        assertThat(bench.toBeRevoked())
                .containsExactlyInAnyOrder(
                        GrantBench.SIGN_IN + " as tollgate: stay-ann2", GrantBench.SERVERS + " as brought: crm-ann");
        assertThat(bench.state(ANN)).isEqualTo(ConnectionSeal.State.DISCONNECTED);
    }
}
