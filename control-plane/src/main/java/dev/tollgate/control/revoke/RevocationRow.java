package dev.tollgate.control.revoke;

import dev.tollgate.control.persistence.OwnedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Tokens to be revoked, sealed with the client that they were given to. */
@Entity
@Table(name = "oauth_revocation")
class RevocationRow extends OwnedRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "issuer", nullable = false)
    String issuer;

    @Column(name = "documented", nullable = false)
    boolean documented;

    @Column(name = "sealed", nullable = false)
    byte[] sealed;

    @Column(name = "attempts", nullable = false)
    int attempts;

    @Column(name = "next_at", nullable = false)
    Instant nextAt;

    String bound() {
        return "oauth-revocation|" + id;
    }
}
