package dev.tollgate.control.scim;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.persistence.Times;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tenant's token, as digests; a rotation lets the one before count on for a while. */
@Entity(name = "ScimTokenRow")
@Table(name = "scim_token")
class TokenRow extends OwnedRow {
    @Id
    String id;

    @Column(name = "sha256", nullable = false)
    String sha256;

    @Column(name = "previous_sha256")
    @Nullable
    String previousSha256;

    @Column(name = "previous_until")
    @Nullable
    Instant previousUntil;

    @Column(name = "rotated_at", nullable = false)
    Instant rotatedAt = Times.now();

    boolean accepts(ScimToken presented, Instant now) {
        return presented.hasDigest(sha256)
                || previousSha256 != null
                        && previousUntil != null
                        && now.isBefore(previousUntil)
                        && presented.hasDigest(previousSha256);
    }
}
