package dev.tollgate.control.key;

import dev.tollgate.model.config.KeyCredential;
import dev.tollgate.model.key.KeyDigest;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One secret of a key, as its digest. The connection's tenant is filled in by the database. */
@Embeddable
class CredentialRow {
    @Column(name = "sha256", nullable = false)
    String sha256;

    @Column(name = "issued_at", nullable = false)
    Instant issuedAt;

    @Column(name = "not_after")
    @Nullable
    Instant notAfter;

    KeyCredential toConfig() {
        return new KeyCredential(KeyDigest.ofHex(sha256), notAfter);
    }
}
