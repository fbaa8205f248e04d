package dev.tollgate.control.connect;

import dev.tollgate.control.persistence.OwnedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who was sent to a provider. What they come back with is written by whoever it is that takes it, as the system. */
@Entity
@Table(name = "oauth_departure")
class DepartureRow extends OwnedRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "server_id", nullable = false, updatable = false)
    UUID serverId;

    @Column(name = "person", nullable = false, updatable = false)
    UUID person;

    @Column(name = "begun_by", nullable = false, updatable = false)
    String begunBy;

    @Column(name = "client", updatable = false)
    @Nullable
    String client;

    @Column(name = "secret_version", nullable = false, updatable = false)
    long secretVersion;

    @Column(name = "issuer", nullable = false, updatable = false)
    String issuer;

    @Column(name = "client_id", nullable = false, updatable = false)
    String clientId;

    @Column(name = "redirect", nullable = false, updatable = false)
    String redirect;

    @Column(name = "scopes", nullable = false, updatable = false)
    String scopes;

    @Column(name = "state_sha256", nullable = false, updatable = false)
    String stateSha256;

    @Column(name = "binding_sha256", nullable = false, updatable = false)
    String bindingSha256;

    @Column(name = "sealed", nullable = false, updatable = false)
    byte[] sealed;

    @Column(name = "handle_sha256", updatable = false)
    @Nullable
    String handleSha256;

    @Column(name = "returned", updatable = false)
    byte @Nullable [] returned;

    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt;

    /** What its verifier is bound to. */
    String bound() {
        return "oauth-departure|" + id;
    }

    /** What is bound to a return, which comes before its tenant is known. */
    static String returnBound(UUID id) {
        return "oauth-return|" + id;
    }

    List<String> scopes() {
        return scopes.isEmpty() ? List.of() : List.of(scopes.split(" "));
    }
}
