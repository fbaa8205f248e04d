package dev.tollgate.control.credential;

import dev.tollgate.control.credential.AccessOf.Exchanging;
import dev.tollgate.control.credential.AccessOf.Question;
import dev.tollgate.control.credential.RenewalResults.Effect;
import dev.tollgate.control.credential.TokenStore.Claim;
import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.api.AccessTokenStatus.State;
import dev.tollgate.model.api.ServerCredential.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One renewal, in steps that can each be the last: reads what is to be asked, notes that a refresh token is being sent, asks
 * outside of any transaction, stores the answer before anything else, publishes it.
 */
@ApplicationScoped
class Renewals {
    /** For one answer; by then the next holder has begun. */
    private static final Duration STORING_MAX = Duration.ofSeconds(10);

    private static final Duration STORING_PAUSE = Duration.ofMillis(500);

    private final TokenStore tokens;
    private final CredentialStore credentials;
    private final Map<Kind, AccessOf> kinds;
    private final RenewalResults results;
    private final TokenPublication publication;
    private final MasterSeal master;
    private final Changes changes;
    private final TroubledCredentials troubled;
    private final Counter lostAnswers;

    Renewals(
            TokenStore tokens,
            CredentialStore credentials,
            @All List<AccessOf> kinds,
            RenewalResults results,
            TokenPublication publication,
            MasterSeal master,
            Changes changes,
            TroubledCredentials troubled,
            MeterRegistry metrics) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.kinds = kinds.stream().collect(Collectors.toMap(AccessOf::kind, Function.identity()));
        this.results = results;
        this.publication = publication;
        this.master = master;
        this.changes = changes;
        this.troubled = troubled;
        this.lostAnswers = Counter.builder("tollgate.credentials.answers.lost")
                .description(
                        "Connections to upstreams that ended because a provider's answer was lost before it was stored")
                .register(metrics);
    }

    /** What became of it. */
    enum Outcome {
        RENEWED,
        FAILED,
        /** Somebody else holds it by now, or the credential is another. */
        LOST
    }

    private record Begun(Question question, Asked asked) {}

    /** Within the tenant's scope. */
    Outcome renew(Claim claim, OauthClient oauth) {
        if (QuarkusTransaction.requiringNew().call(() -> isUnpublished(claim))) {
            // Whoever stored it is gone, and with them whether the server is reached otherwise.
            return publish(claim, true);
        }
        String masterKey = master.currentKey();
        return QuarkusTransaction.requiringNew()
                .call(() -> begin(claim, masterKey))
                .map(begun -> ask(claim, begun, oauth))
                .orElse(Outcome.LOST);
    }

    private boolean isUnpublished(Claim claim) {
        return tokens.find(claim.token())
                .filter(row -> row.fence == claim.fence() && row.unpublished)
                .isPresent();
    }

    private Optional<Begun> begin(Claim claim, String masterKey) {
        return tokens.find(claim.token())
                .filter(row -> row.fence == claim.fence())
                .flatMap(token -> credentials
                        .find(token.serverId)
                        .filter(row -> row.secretVersion == token.secretVersion)
                        .map(row -> begun(row, token, masterKey)));
    }

    private Begun begun(CredentialRow credential, TokenRow token, String masterKey) {
        AccessOf kind = Objects.requireNonNull(kinds.get(credential.kind), "a kind that has tokens can ask for them");
        @Nullable
        String refreshToken = token.refresh == null
                ? null
                : new String(master.open(token.refresh, token.refreshBound(token.tenant())), StandardCharsets.US_ASCII);
        return new Begun(
                kind.question(credential, token.id(), token.tenant()),
                new Asked(token.tenant(), masterKey, refreshToken, token.sentAt));
    }

    private Outcome ask(Claim claim, Begun begun, OauthClient oauth) {
        Access access;
        try {
            access = begun.question().access(oauth);
        } catch (IllegalArgumentException e) {
            // What a provider says of itself may be another thing tomorrow.
            return store(claim, begun, new TokenAnswer.ProviderAway(String.valueOf(e.getMessage()), null));
        }
        @Nullable String refreshToken = begun.asked().refreshToken();
        if (refreshToken == null) {
            return begun.question()
                    .ask(access, oauth)
                    .map(answer -> store(claim, begun, answer))
                    .orElseGet(() -> finish(claim, results::ended));
        }
        boolean held = QuarkusTransaction.requiringNew().call(() -> tokens.sending(claim));
        if (!held) {
            return Outcome.LOST;
        }
        TokenAnswer answer = oauth.refresh(access, refreshToken);
        return begun.question() instanceof Exchanging question && answer instanceof TokenAnswer.Tokens signedIn
                ? exchange(claim, begun.asked(), question, access, signedIn, oauth)
                : store(claim, begun, answer);
    }

    /** What the sign-in is renewed with next is stored before anybody is asked anything else: nobody has it twice. */
    private Outcome exchange(
            Claim claim,
            Asked asked,
            Exchanging question,
            Access access,
            TokenAnswer.Tokens signedIn,
            OauthClient oauth) {
        Optional<Asked> kept = insist(() -> QuarkusTransaction.requiringNew().call(() -> kept(claim, signedIn, asked)));
        return kept.map(next -> {
                    TokenAnswer answer = exchanged(question, access, signedIn, oauth);
                    return finish(claim, (row, now) -> results.exchanged(row, answer, next, now));
                })
                .orElse(Outcome.LOST);
    }

    private Optional<Asked> kept(Claim claim, TokenAnswer.Tokens signedIn, Asked asked) {
        Optional<Asked> kept = tokens.lock(claim).map(row -> results.signedIn(row, signedIn, asked));
        kept.ifPresent(_ -> tokens.holdOn(claim));
        return kept;
    }

    private static TokenAnswer exchanged(
            Exchanging question, Access access, TokenAnswer.Tokens signedIn, OauthClient oauth) {
        try {
            return question.exchanged(access, signedIn, oauth);
        } catch (IllegalArgumentException e) {
            return new TokenAnswer.ProviderAway(String.valueOf(e.getMessage()), null);
        }
    }

    private Outcome store(Claim claim, Begun begun, TokenAnswer answer) {
        return finish(claim, (row, now) -> results.write(row, answer, begun.asked(), now));
    }

    private Outcome finish(Claim claim, BiFunction<TokenRow, Instant, Effect> write) {
        Optional<Effect> effect = insist(() -> QuarkusTransaction.requiringNew().call(() -> written(claim, write)));
        if (effect.isEmpty()) {
            return Outcome.LOST;
        }
        if (effect.get().lost()) {
            lostAnswers.increment();
        }
        if (effect.get().isToBeTold()) {
            return publish(claim, effect.get().look());
        }
        return effect.get().renewed() ? Outcome.RENEWED : Outcome.FAILED;
    }

    private Optional<Effect> written(Claim claim, BiFunction<TokenRow, Instant, Effect> write) {
        return tokens.lock(claim).map(row -> {
            State before = row.state;
            Effect effect = write.apply(row, Times.now());
            troubled.changed(before, row);
            row.unpublished = effect.isToBeTold();
            if (!row.unpublished) {
                row.heldUntil = null;
            }
            return effect;
        });
    }

    /** The database, or the master key, may be away for a moment; there is no second answer like the one at hand. */
    private static <T> T insist(Supplier<T> storing) {
        long begun = System.nanoTime();
        while (true) {
            try {
                return storing.get();
            } catch (RuntimeException e) {
                if (System.nanoTime() - begun > STORING_MAX.toNanos() || !paused()) {
                    throw e;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(STORING_PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome publish(Claim claim, boolean look) {
        return changes.make(change -> tokens.lock(claim)
                .map(row -> {
                    row.unpublished = false;
                    row.heldUntil = null;
                    publication.publish(row.id(), look, change);
                    return row.attempts == 0 ? Outcome.RENEWED : Outcome.FAILED;
                })
                .orElse(Outcome.LOST));
    }
}
