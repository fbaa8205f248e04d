package dev.tollgate.control.settings;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.Settings;
import dev.tollgate.model.config.ScriptLimits;
import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.id.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
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

    @Enumerated(EnumType.STRING)
    @Column(name = "tool_mode")
    @Nullable
    ToolMode toolMode;

    @Column(name = "approve_destructive", nullable = false)
    boolean approveDestructive;

    @Column(name = "destructive_tools", nullable = false)
    List<String> destructiveTools = List.of();

    @Column(name = "script_steps")
    @Nullable
    Long scriptSteps;

    @Column(name = "script_memory_bytes")
    @Nullable
    Long scriptMemoryBytes;

    @Column(name = "script_output_bytes")
    @Nullable
    Long scriptOutputBytes;

    @Column(name = "script_tool_calls")
    @Nullable
    Integer scriptToolCalls;

    @Column(name = "script_seconds")
    @Nullable
    Integer scriptSeconds;

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

    /** Null if the tenant limits nothing itself. */
    @Nullable
    ScriptLimits scripts() {
        ScriptLimits limits =
                new ScriptLimits(scriptSteps, scriptMemoryBytes, scriptOutputBytes, scriptToolCalls, scriptSeconds);
        return limits.equals(ScriptLimits.NONE) ? null : limits;
    }

    void scripts(@Nullable ScriptLimits wanted) {
        ScriptLimits limits = Objects.requireNonNullElse(wanted, ScriptLimits.NONE);
        scriptSteps = limits.steps();
        scriptMemoryBytes = limits.memoryBytes();
        scriptOutputBytes = limits.outputBytes();
        scriptToolCalls = limits.toolCalls();
        scriptSeconds = limits.seconds();
    }

    Settings toApi(ScriptMaxima maxima) {
        return new Settings(
                approval,
                snapshotStalenessMaxSeconds,
                signInEnvironment,
                timeZone,
                weekStart,
                yearStart,
                toolMode,
                approveDestructive,
                scripts(),
                destructiveTools,
                maxima,
                version());
    }
}
