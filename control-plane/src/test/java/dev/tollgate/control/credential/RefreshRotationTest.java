package dev.tollgate.control.credential;

import static dev.tollgate.control.credential.TokenBench.answer;
import static dev.tollgate.control.credential.TokenBench.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.credential.Renewals.Outcome;
import dev.tollgate.control.credential.TokenStore.Claim;
import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.FakeOauthClient;
import dev.tollgate.control.oauth.Provider;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.api.AccessTokenStatus.State;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refresh tokens: each is used once, and whoever dies with an answer in hand leaves a row that says so. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class RefreshRotationTest {
    private static final UUID TENANT = CredentialTokens.TENANT;

    @Inject
    TokenBench.Beans beans;

    @Inject
    ServerService servers;

    @Inject
    PersonConnections people;

    @Inject
    MasterSeal master;

    private TokenBench bench;

    @BeforeEach
    void server() {
        bench = beans.bench();
    }

    /** The process of a holder ends at once, whatever it was doing. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The provider has answered, and whoever asked is gone. */
    private final class Unheard extends FakeOauthClient {
        @Override
        public TokenAnswer refresh(Access access, String refreshToken) {
            bench.provider.refresh(access, refreshToken);
            throw new Killed();
        }
    }

    private void diesWithTheAnswer(UUID person) {
        bench.provider.next(answer("never seen", "lost"));
        Claim claim = bench.claim(person).orElseThrow();
        assertThatThrownBy(() -> bench.renewAs(claim, new Unheard())).isInstanceOf(Killed.class);
        assertThat(bench.claim(person)).as("held until its term ends").isEmpty();
        bench.itsTermEnds(person);
    }

    @Test
    void eachIsUsedOnceAndTheNextOneAfterIt() {
        bench.connected(TENANT, "access-1", "refresh-1");
        assertThat(bench.atGateways()).isEqualTo("Bearer access-1");

        bench.renew(TENANT, answer("access-2", "refresh-2"));
        bench.renew(TENANT, answer("access-3", "refresh-3"));

        assertThat(bench.provider.asked()).containsExactly("refresh refresh-1", "refresh refresh-2");
        assertThat(bench.atGateways()).isEqualTo("Bearer access-3");
        assertThat(bench.row(TENANT)).returns(null, row -> row.sentAt).returns(null, row -> row.heldUntil);
    }

    @Test
    void oneThatIsNotReplacedStays() {
        bench.connected(TENANT, "access-1", "refresh-1");

        bench.renew(TENANT, answer("access-2", null));
        bench.renew(TENANT, answer("access-3", null));

        assertThat(bench.provider.asked()).containsExactly("refresh refresh-1", "refresh refresh-1");
    }

    @Test
    void thatItIsSentIsWrittenBefore() {
        bench.connected(TENANT, "access-1", "refresh-1");
        FakeOauthClient looking = new FakeOauthClient() {
            @Override
            public TokenAnswer refresh(Access access, String refreshToken) {
                TokenRow seen = bench.row(TENANT);
                assertThat(seen.sentAt).isNotNull();
                assertThat(seen.heldUntil).isBefore(Instant.now().plus(TokenStore.TERM.dividedBy(2)));
                return answer("access-2", "refresh-2");
            }
        };

        assertThat(bench.renewAs(bench.claim(TENANT).orElseThrow(), looking)).isEqualTo(Outcome.RENEWED);
    }

    @Test
    void whoHasLostTheClaimMeanwhileSendsNothing() {
        bench.connected(TENANT, "access-1", "refresh-1");
        Claim slow = bench.claim(TENANT).orElseThrow();
        FakeOauthClient slowToDescribeItself = new FakeOauthClient() {
            @Override
            public Provider provider(URI issuer) {
                bench.itsTermEnds(TENANT);
                assertThat(bench.claim(TENANT)).isPresent();
                return super.provider(issuer);
            }
        };

        assertThat(bench.renewAs(slow, slowToDescribeItself)).isEqualTo(Outcome.LOST);

        assertThat(slowToDescribeItself.asked()).isEmpty();
        assertThat(bench.row(TENANT).sentAt).isNull();
    }

    @Test
    void aLostAnswerIsForgivenByAProviderWithLeeway() {
        bench.connected(TENANT, "access-1", "refresh-1");
        diesWithTheAnswer(TENANT);
        assertThat(bench.atGateways()).isEqualTo("Bearer access-1");

        assertThat(bench.renew(TENANT, answer("access-2", "refresh-2"))).isEqualTo(Outcome.RENEWED);

        assertThat(bench.provider.asked()).containsExactly("refresh refresh-1", "refresh refresh-1");
        assertThat(bench.status(TENANT).state()).isEqualTo(State.VALID);
        assertThat(bench.row(TENANT).sentAt).isNull();
    }

    @Test
    void aStrictProviderRefusesAndTheReasonIsTheLostAnswer() {
        bench.connected(TENANT, "access-1", "refresh-1");
        diesWithTheAnswer(TENANT);

        assertThat(bench.renew(TENANT, refused("invalid_grant"))).isEqualTo(Outcome.FAILED);

        assertThat(bench.status(TENANT).state()).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(bench.status(TENANT).reason())
                .startsWith("the provider's answer was lost when it was asked at 20")
                .contains("connect anew")
                .endsWith("invalid_grant (no)");
        assertThat(bench.atGateways()).as("serves to its end").isEqualTo("Bearer access-1");
        assertThat(bench.row(TENANT).refresh).as("of no use").isNull();
    }

    @Test
    void aClientThatIsRefusedKeepsTheRefreshToken() {
        bench.connected(TENANT, "access-1", "refresh-1");

        bench.renew(TENANT, refused("invalid_client"));

        assertThat(bench.status(TENANT).reason()).isEqualTo("the provider refuses: invalid_client (no)");
        assertThat(bench.renew(TENANT, answer("access-2", "refresh-2"))).isEqualTo(Outcome.RENEWED);
        assertThat(bench.provider.asked()).containsExactly("refresh refresh-1", "refresh refresh-1");
    }

    @Test
    void whatWasStoredAndNotPublishedIsPublishedByTheNextHolder() {
        bench.connected(TENANT, "access-1", "refresh-1");
        TokenPublication real = ClientProxy.unwrap(
                Arc.container().instance(TokenPublication.class).get());
        QuarkusMock.installMockForType(
                new TokenPublication(servers, people) {
                    @Override
                    void publish(TokenId id, boolean look, Change change) {
                        throw new Killed();
                    }
                },
                TokenPublication.class);
        bench.provider.next(answer("access-2", "refresh-2"));
        Claim claim = bench.claim(TENANT).orElseThrow();
        assertThatThrownBy(() -> bench.renewAs(claim, bench.provider)).isInstanceOf(Killed.class);
        QuarkusMock.installMockForType(real, TokenPublication.class);
        assertThat(bench.atGateways()).isEqualTo("Bearer access-1");
        bench.itsTermEnds(TENANT);
        bench.set(TENANT, "next_at = now() + interval '1 hour'");

        assertThat(bench.renewAs(bench.due(), bench.provider)).isEqualTo(Outcome.RENEWED);

        assertThat(bench.atGateways()).isEqualTo("Bearer access-2");
        assertThat(bench.provider.asked()).as("asked once").containsExactly("refresh refresh-1");
        bench.renew(TENANT, answer("access-3", "refresh-3"));
        assertThat(bench.provider.asked()).endsWith("refresh refresh-2");
    }

    @Test
    void whatCannotBeStoredAtOnceIsStoredAMomentLater() {
        bench.connected(TENANT, "access-1", "refresh-1");
        RenewalResults real = ClientProxy.unwrap(
                Arc.container().instance(RenewalResults.class).get());
        QuarkusMock.installMockForType(
                new RenewalResults(master) {
                    private boolean away = true;

                    @Override
                    Effect write(TokenRow row, TokenAnswer answer, Asked asked, Instant now) {
                        if (away) {
                            away = false;
                            throw new IllegalStateException("the master key is away");
                        }
                        return super.write(row, answer, asked, now);
                    }
                },
                RenewalResults.class);

        Outcome outcome = bench.renew(TENANT, answer("access-2", "refresh-2"));

        QuarkusMock.installMockForType(real, RenewalResults.class);
        assertThat(outcome).isEqualTo(Outcome.RENEWED);
        assertThat(bench.provider.asked()).as("asked once").containsExactly("refresh refresh-1");
        assertThat(bench.atGateways()).isEqualTo("Bearer access-2");
    }

    @Test
    void anAnswerThatCannotBeUsedDoesNotCostTheNextRefreshToken() {
        bench.connected(TENANT, "access-1", "refresh-1");

        bench.renew(TENANT, answer("to\nken", "refresh-2"));

        assertThat(bench.status(TENANT).state()).isEqualTo(State.NEEDS_ATTENTION);
        bench.renew(TENANT, answer("access-2", "refresh-3"));
        assertThat(bench.provider.asked()).containsExactly("refresh refresh-1", "refresh refresh-2");
        assertThat(bench.atGateways()).isEqualTo("Bearer access-2");
    }
}
