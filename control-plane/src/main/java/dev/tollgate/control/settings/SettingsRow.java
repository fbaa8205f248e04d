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
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Objects;
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

    @Column(name = "time_zone")
    @Nullable
    String timeZone;

    @Enumerated(EnumType.STRING)
    @Column(name = "week_start")
    @Nullable
    DayOfWeek weekStart;

    @Enumerated(EnumType.STRING)
    @Column(name = "year_start")
    @Nullable
    Month yearStart;

    static SettingsRow of(TenantId tenant) {
        SettingsRow row = new SettingsRow();
        row.id = tenant.value();
        return row;
    }

    TenantCalendar calendar() {
        TenantCalendar usual = TenantCalendar.USUAL;
        return new TenantCalendar(
                timeZone == null ? usual.zone() : TenantCalendar.zone(timeZone),
                Objects.requireNonNullElse(weekStart, usual.weekStart()),
                Objects.requireNonNullElse(yearStart, usual.yearStart()));
    }

    Settings toApi() {
        return new Settings(
                approval, snapshotStalenessMaxSeconds, signInEnvironment, timeZone, weekStart, yearStart, version());
    }
}
