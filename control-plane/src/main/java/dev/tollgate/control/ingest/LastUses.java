package dev.tollgate.control.ingest;

import dev.tollgate.control.grant.ClientUse;
import dev.tollgate.control.key.KeyUse;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.KeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * When each key, and each client for each person, was used last, gathered from events that pass and noted once in an
 * interval, so that it costs one row however often there is a use. A convenience for people: where it cannot be noted ingest
 * goes on, and what is lost is made good by the next use. Not for use by several threads.
 */
final class LastUses {
    static final Duration INTERVAL = Duration.ofSeconds(5);
    /** Gathered of either before they are noted in any case. */
    static final int KEYS_MAX = 10_000;

    private static final Logger LOG = Logger.getLogger(LastUses.class);

    private final Gathered<KeyUse> keys;
    private final Gathered<ClientUse> clients;

    LastUses(Consumer<Collection<KeyUse>> noteKeys, Consumer<Collection<ClientUse>> noteClients) {
        this.keys = new Gathered<>("keys", KeyUse::at, noteKeys);
        this.clients = new Gathered<>("clients", ClientUse::at, noteClients);
    }

    void seen(List<CallRow> rows, Instant now) {
        for (CallRow row : rows) {
            ToolCallEvent event = row.event();
            if (!isAccepted(event)) {
                continue;
            }
            // A gateway whose clock is ahead must not hide the uses to come.
            Instant at = event.startedAt().isAfter(now) ? now : event.startedAt();
            KeyId key = event.key();
            if (key != null) {
                // By tenant too, because an event of one may name another's key.
                keys.add(
                        List.of(event.tenant(), key),
                        new KeyUse(event.tenant(), key, at, event.gateway(), event.agentName()),
                        now);
            } else if (event.user() != null && event.agentName() != null) {
                SubjectRef user = SubjectRef.of(SubjectKind.USER, event.user());
                clients.add(
                        List.of(event.tenant(), user, event.agentName()),
                        new ClientUse(event.tenant(), user, event.agentName(), at, event.gateway()),
                        now);
            }
        }
    }

    /** Notes what was gathered, if it is time. */
    void pass(Instant now) {
        keys.pass(now);
        clients.pass(now);
    }

    /** The latest use of each of one kind. */
    private static final class Gathered<U> {
        private final String what;
        private final Function<U, Instant> at;
        private final Consumer<Collection<U>> note;
        private final Map<Object, U> latest = new HashMap<>();
        private Instant notedAt = Instant.EPOCH;
        private boolean failing;

        Gathered(String what, Function<U, Instant> at, Consumer<Collection<U>> note) {
            this.what = what;
            this.at = at;
            this.note = note;
        }

        void add(Object used, U use, Instant now) {
            latest.merge(used, use, (one, other) -> at.apply(one).isBefore(at.apply(other)) ? other : one);
            if (latest.size() >= KEYS_MAX) {
                note(now);
            }
        }

        void pass(Instant now) {
            if (!latest.isEmpty() && !now.isBefore(notedAt.plus(INTERVAL))) {
                note(now);
            }
        }

        private void note(Instant now) {
            notedAt = now;
            try {
                note.accept(List.copyOf(latest.values()));
                latest.clear();
                failing = false;
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.warnf("last uses of %s are not noted for now: %s", what, e.getMessage());
                }
                failing = true;
                if (latest.size() >= KEYS_MAX) {
                    latest.clear();
                }
            }
        }
    }

    private static boolean isAccepted(ToolCallEvent event) {
        return event.status() != CallStatus.REFUSED || isBehindTheDoor(Objects.requireNonNull(event.reason()));
    }

    /** Whether it is a refusal that the key came through to. */
    private static boolean isBehindTheDoor(RefusalReason reason) {
        return switch (reason) {
            case WRONG_SECRET,
                    SECRET_ROTATED,
                    KEY_REVOKED,
                    KEY_EXPIRED,
                    TOKEN_EXPIRED,
                    GRANT_REVOKED,
                    USER_DISABLED,
                    SOURCE_NOT_ALLOWED,
                    SNAPSHOT_STALE,
                    OTHER_REGION -> false;
            case SCOPE_MISSING,
                    NO_PERSON,
                    NOT_CONNECTED,
                    CLIENT_NOT_ALLOWED,
                    CONNECTION_NEEDS_ATTENTION,
                    UNKNOWN_TOOL,
                    CONDITION_NOT_MET,
                    CONDITION_FAILED,
                    CONDITION_TOO_COSTLY,
                    CONDITION_BROKEN,
                    DEFINITION_CHANGED,
                    NOT_APPROVED,
                    INVALID_REQUEST,
                    UPSTREAM_UNAVAILABLE,
                    BUDGET_EXHAUSTED,
                    RATE_LIMITED,
                    LEDGER_UNHEARD,
                    OVERLOADED,
                    UNRECORDABLE -> true;
        };
    }
}
