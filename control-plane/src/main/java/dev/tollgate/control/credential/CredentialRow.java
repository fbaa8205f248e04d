package dev.tollgate.control.credential;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A credential's row; the secret in it is sealed. */
@Entity
@Table(name = "upstream_credential")
public class CredentialRow extends OwnedRow {
    @Id
    @Column(name = "server_id")
    UUID serverId;

    @Column(name = "headers", nullable = false)
    String headers;

    @Column(name = "sealed", nullable = false)
    byte[] sealed;

    @Column(name = "sealed_by", nullable = false)
    String sealedBy;

    @Column(name = "sealed_for", nullable = false)
    String sealedFor;

    @Column(name = "secret_version", nullable = false)
    long secretVersion;

    /** What its secret is bound to. */
    CredentialSeal whose(TenantId tenant) {
        return new CredentialSeal(tenant, new ServerId(serverId), secretVersion);
    }
}
