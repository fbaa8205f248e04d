package dev.tollgate.control.ingest;

import dev.tollgate.control.key.KeyUse;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * When each key was used last, gathered from events that pass and noted once in an interval, so that a key costs one row
 * however often it is used. A convenience for people: where it cannot be noted ingest goes on, and what is lost is made
 * good by the key's next use. Not for use by several threads.
 */
final class LastUses {
    static final Duration INTERVAL = Duration.ofSeconds(5);
    /** Keys gathered before they are noted in any case. */
    static final int KEYS_MAX = 10_000;

    private static final Logger LOG = Logger.getLogger(LastUses.class);

    private final Consumer<Collection<KeyUse>> note;
    private final Map<Used, KeyUse> latest = new HashMap<>();
    private Instant notedAt = Instant.EPOCH;
    private boolean failing;

    /** By tenant too, because an event of one may name another's key. */
    private record Used(TenantId tenant, KeyId key) {}

    LastUses(Consumer<Collection<KeyUse>> note) {
        this.note = note;
    }

    void seen(List<CallRow> rows, Instant now) {
        for (CallRow row : rows) {
            @Nullable KeyUse use = use(row.event(), now);
            if (use != null) {
                latest.merge(
                        new Used(use.tenant(), use.key()),
                        use,
                        (one, other) -> one.at().isBefore(other.at()) ? other : one);
            }
            if (latest.size() >= KEYS_MAX) {
                note(now);
            }
        }
    }

    /** Notes what was gathered, if it is time. */
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
                LOG.warnf("last uses of keys are not noted for now: %s", e.getMessage());
            }
            failing = true;
            if (latest.size() >= KEYS_MAX) {
                latest.clear();
            }
        }
    }

    private static @Nullable KeyUse use(ToolCallEvent event, Instant now) {
        KeyId key = event.key();
        if (key == null || !isAccepted(event)) {
            return null;
        }
        // A gateway whose clock is ahead must not hide the uses to come.
        Instant at = event.startedAt().isAfter(now) ? now : event.startedAt();
        return new KeyUse(event.tenant(), key, at, event.gateway(), event.agentName());
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
                    UNKNOWN_TOOL,
                    CONDITION_NOT_MET,
                    CONDITION_FAILED,
                    CONDITION_TOO_COSTLY,
                    CONDITION_BROKEN,
                    DEFINITION_CHANGED,
                    INVALID_REQUEST,
                    UPSTREAM_UNAVAILABLE,
                    OVERLOADED,
                    UNRECORDABLE -> true;
        };
    }
}
