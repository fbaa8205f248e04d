package dev.tollgate.control.alert;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.model.id.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A channel's row; the signing secret in it is sealed. */
@Entity
@Table(name = "alert_channel")
class ChannelRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "name", nullable = false)
    String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    AlertChannel.Kind kind;

    @Column(name = "url")
    @Nullable
    String url;

    @Column(name = "addresses", nullable = false)
    List<String> addresses;

    @Column(name = "sealed")
    byte @Nullable [] sealed;

    @Column(name = "sealed_by", nullable = false)
    String sealedBy = "";

    @Column(name = "secret_version", nullable = false)
    long secretVersion;

    @Column(name = "enabled", nullable = false)
    boolean enabled;

    /** What its secret is bound to. */
    String bound(TenantId tenant) {
        return "alert-channel/" + tenant + "/" + id + "/" + secretVersion;
    }

    AlertChannel toApi() {
        return new AlertChannel(
                id, name, kind, url == null ? null : URI.create(url), addresses, enabled, createdAt(), version());
    }
}
