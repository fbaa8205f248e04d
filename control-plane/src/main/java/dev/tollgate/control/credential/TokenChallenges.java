package dev.tollgate.control.credential;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.model.api.AccessTokenStatus.State;
import dev.tollgate.model.wire.UpstreamChallenge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * What comes of a server's word that a token is not what it wants. Scopes that it lacks wait for whoever may consent to them;
 * nobody is asked for them by themselves. A token that it does not take is renewed, once in {@link #RENEWAL_PERIOD}.
 */
@ApplicationScoped
public class TokenChallenges {
    /** A server that refuses the renewed token too within it is not believed a second time: somebody has to see to it. */
    static final Duration RENEWAL_PERIOD = Duration.ofMinutes(10);

    private final TokenStore tokens;
    private final PersonConnections connections;
    private final TokenPublication publication;
    private final Changes changes;
    private final TroubledCredentials troubled;

    TokenChallenges(
            TokenStore tokens,
            PersonConnections connections,
            TokenPublication publication,
            Changes changes,
            TroubledCredentials troubled) {
        this.tokens = tokens;
        this.connections = connections;
        this.publication = publication;
        this.changes = changes;
        this.troubled = troubled;
    }

    /**
     * To be called within the challenge's tenant. One on a token that is another by now changes nothing; so reading the topic
     * again does no harm.
     */
    public void apply(UpstreamChallenge challenge) {
        TokenId id = challenge.person() == null
                ? TokenId.ofTenant(challenge.server().value())
                : new TokenId(challenge.server().value(), challenge.person());
        changes.make(change -> {
            tokens.lock(id)
                    .filter(row -> row.sealed != null && isOfNow(row, challenge))
                    .ifPresent(row -> apply(row, challenge, change));
            return change;
        });
    }

    private boolean isOfNow(TokenRow row, UpstreamChallenge challenge) {
        return row.id().isOfTenant()
                ? row.renewal == challenge.token()
                : connections.isOfNow(row.serverId, row.person, challenge.token());
    }

    private void apply(TokenRow row, UpstreamChallenge challenge, Change change) {
        Instant now = Times.now();
        if (!challenge.scopes().isEmpty()) {
            row.asked(challenge.scopes(), now);
            return;
        }
        boolean renewedForIt = row.refusedAt != null
                && row.renewedAt != null
                && row.renewedAt.isAfter(row.refusedAt)
                && row.refusedAt.plus(RENEWAL_PERIOD).isAfter(now);
        if (renewedForIt) {
            State before = row.state;
            row.refused(now);
            row.enter(State.NEEDS_ATTENTION, "the server does not take the token that the provider gives", now);
            troubled.changed(before, row);
            publication.publish(row.id(), false, change);
        } else if (!row.isRefused()) {
            row.refused(now);
            row.askNow(now);
        }
    }
}
