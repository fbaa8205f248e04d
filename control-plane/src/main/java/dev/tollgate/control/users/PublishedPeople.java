package dev.tollgate.control.users;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.publish.Renewable;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.TokenFence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The tenant's people as gateways know them, and which of their tokens are refused: the published record is also where that
 * is kept. To be called within a change.
 */
@ApplicationScoped
public class PublishedPeople implements Renewable {
    private final UserStore store;
    private final PublishedState published;
    private final Instance<EndedPeople> endings;

    PublishedPeople(UserStore store, PublishedState published, @Any Instance<EndedPeople> endings) {
        this.store = store;
        this.published = published;
        this.endings = endings;
    }

    /** From now on gateways know who this is; whatever was refused of them stays refused. */
    public void put(Change change, String identity, SubjectRef subject) {
        change.put(find(identity).orElseGet(() -> PersonConfig.of(change.tenant(), identity, subject)));
    }

    /** From now on no token of theirs is taken and what they connected is gone, or tokens are taken again. */
    public void enabled(Change change, String identity, boolean enabled) {
        if (!enabled) {
            endings.forEach(ending -> ending.ended(identity, change));
        }
        alter(change, identity, person -> person.enabled(enabled));
    }

    /** Ends all of their tokens that there are, for gateways and for the API, also of someone whom gateways do not know. */
    public void endAll(Change change, String identity) {
        Instant now = Times.now();
        store.endTokens(change.tenant(), identity, now);
        alter(change, identity, person -> person.endingAll(now));
    }

    /** Ends their tokens of one client. */
    public void endClient(Change change, String identity, String client) {
        TokenFence fence = new TokenFence(TokenFence.Of.CLIENT, client, Times.now());
        alter(change, identity, person -> person.ending(fence));
    }

    /**
     * Ends their tokens of one sign-in.
     *
     * @param endedAt when it ended; said again later, it ends nothing more
     */
    public void endSession(Change change, String identity, String session, Instant endedAt) {
        TokenFence fence = new TokenFence(TokenFence.Of.SESSION, session, endedAt);
        alter(change, identity, person -> person.ending(fence));
    }

    /** Gateways know nothing of them any more, their tokens for the API are ended, and what they connected is gone. */
    public void remove(Change change, String identity) {
        store.endTokens(change.tenant(), identity, Times.now());
        endings.forEach(ending -> ending.ended(identity, change));
        change.remove(ConfigKind.PERSON, identity);
    }

    /** Empty for someone whom gateways do not know. */
    public Optional<PersonConfig> find(String identity) {
        return published.find(ConfigKind.PERSON, identity).map(PersonConfig.class::cast);
    }

    @Override
    public void publishAll(Change change) {
        store.all().forEach(row -> put(change, row.identity, SubjectRef.parse(row.subject)));
    }

    private void alter(Change change, String identity, UnaryOperator<PersonConfig> how) {
        find(identity).map(how).ifPresent(change::put);
    }
}
