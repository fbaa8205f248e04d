package dev.tollgate.control.tls;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ClientKeySeal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The TLS of a server; the key in it is sealed. */
@Entity
@Table(name = "upstream_tls")
public class TlsRow extends OwnedRow {
    @Id
    @Column(name = "server_id")
    UUID serverId;

    @Column(name = "certificate")
    @Nullable
    String certificate;

    @Column(name = "authorities")
    @Nullable
    String authorities;

    @Column(name = "sealed")
    byte @Nullable [] sealed;

    @Column(name = "sealed_by", nullable = false)
    String sealedBy;

    @Column(name = "sealed_for", nullable = false)
    String sealedFor = "";

    @Column(name = "tls_version", nullable = false)
    long tlsVersion;

    /** What its key is bound to. */
    ClientKeySeal whose(TenantId tenant) {
        return new ClientKeySeal(tenant, new ServerId(serverId), tlsVersion);
    }

    /** Something else from now on; what it says is still to be written. */
    void becomesOther(Instant now) {
        tlsVersion = Math.max(tlsVersion + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }
}
