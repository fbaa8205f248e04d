package dev.tollgate.control.key;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.KeyRotation;
import dev.tollgate.model.config.VirtualKeyConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a new secret takes its place among a key's credentials. Those that ended stay as long as there is room, so that
 * their refusal can say that the key was rotated.
 */
final class Rotation {
    static final Duration OVERLAP_MAX = Duration.ofDays(30);

    private Rotation() {}

    static Duration overlap(@Nullable Long seconds) {
        long wanted = seconds == null ? 0 : seconds;
        if (wanted < 0 || wanted > OVERLAP_MAX.toSeconds()) {
            throw Refused.invalid("overlapSeconds", "lies between 0 and " + OVERLAP_MAX.toSeconds());
        }
        return Duration.ofSeconds(wanted);
    }

    static void check(FieldErrors errors, @Nullable KeyRotation wanted) {
        if (wanted == null) {
            return;
        }
        if (wanted.everyDays() < 1 || wanted.everyDays() > KeyRotation.EVERY_DAYS_MAX) {
            errors.add("rotation.everyDays", "lies between 1 and " + KeyRotation.EVERY_DAYS_MAX);
            return;
        }
        long longest = Math.min(
                OVERLAP_MAX.toSeconds(), Duration.ofDays(wanted.everyDays()).toSeconds());
        if (wanted.overlapSeconds() < 0 || wanted.overlapSeconds() > longest) {
            errors.add("rotation.overlapSeconds", "lies between 0 and " + longest);
        }
    }

    /** When a secret that counts from a time ends by itself; absent if never. */
    static @Nullable Instant end(@Nullable KeyRotation rotation, Instant from) {
        return rotation == null
                ? null
                : from.plus(Duration.ofDays(rotation.everyDays())).plusSeconds(rotation.overlapSeconds());
    }

    /** The current secret counts from now by another rule. One that has ended is not called back to life. */
    static void follow(@Nullable KeyRotation rotation, CredentialRow current, Instant now) {
        if (current.toConfig().isLiveAt(now)) {
            current.notAfter = end(rotation, now);
        }
    }

    /** Changes the list: the current secret gets its end, the fresh one becomes the current. */
    static void rotate(List<CredentialRow> credentials, CredentialRow fresh, Duration overlap, Instant now) {
        CredentialRow current = credentials.getLast();
        Instant end = now.plus(overlap);
        if (current.notAfter == null || current.notAfter.isAfter(end)) {
            current.notAfter = end;
        }
        while (credentials.size() >= VirtualKeyConfig.CREDENTIALS_MAX) {
            CredentialRow oldest = credentials.getFirst();
            if (oldest.toConfig().isLiveAt(now)) {
                throw new Refused(new Refusal.WrongState("Earlier rotations still overlap with " + credentials.size()
                        + " secrets accepted; wait until one of them ends."));
            }
            credentials.removeFirst();
        }
        credentials.add(fresh);
    }
}
