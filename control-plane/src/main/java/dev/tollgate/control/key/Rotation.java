package dev.tollgate.control.key;

import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
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

    /** Changes the list: the current secret gets its end, the fresh one becomes the current. */
    static void rotate(List<CredentialRow> credentials, CredentialRow fresh, Duration overlap, Instant now) {
        for (CredentialRow old : credentials) {
            if (old.notAfter == null) {
                old.notAfter = now.plus(overlap);
            }
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
