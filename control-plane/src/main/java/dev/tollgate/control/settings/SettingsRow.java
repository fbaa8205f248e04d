package dev.tollgate.control.settings;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.Settings;
import dev.tollgate.model.id.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's settings; there is one row, and its id is the tenant's. */
@Entity
@Table(name = "settings")
class SettingsRow extends OwnedRow {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "approval", nullable = false)
    ApprovalRule approval = ApprovalRule.NEVER;

    @Column(name = "snapshot_staleness_max_seconds")
    @Nullable
    Integer snapshotStalenessMaxSeconds;

    @Column(name = "sign_in_environment")
    @Nullable
    UUID signInEnvironment;

    static SettingsRow of(TenantId tenant) {
        SettingsRow row = new SettingsRow();
        row.id = tenant.value();
        return row;
    }

    Settings toApi() {
        return new Settings(approval, snapshotStalenessMaxSeconds, signInEnvironment, version());
    }
}
