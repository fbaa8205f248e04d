package dev.tollgate.model.config;

import dev.tollgate.model.key.KeyDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One secret that a key accepts. Rotation keeps the old one beside the new until its {@code notAfter}; where it is automatic,
 * the current one has an end of its own too.
 *
 * @param notAfter the first moment at which it is refused; absent if it is accepted until another takes its place
 */
public record KeyCredential(KeyDigest sha256, @Nullable Instant notAfter) {
    public boolean isLiveAt(Instant now) {
        return notAfter == null || now.isBefore(notAfter);
    }
}
