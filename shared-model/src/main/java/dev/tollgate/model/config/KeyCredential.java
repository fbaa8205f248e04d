package dev.tollgate.model.config;

import dev.tollgate.model.key.KeyDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One secret that a key accepts. Rotation keeps the old one beside the new until its {@code notAfter}.
 *
 * @param notAfter the first moment at which it is refused; absent while it is the current one
 */
public record KeyCredential(KeyDigest sha256, @Nullable Instant notAfter) {
    public boolean isLiveAt(Instant now) {
        return notAfter == null || now.isBefore(notAfter);
    }
}
