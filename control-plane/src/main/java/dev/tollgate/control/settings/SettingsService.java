package dev.tollgate.control.settings;

import dev.tollgate.control.environment.EnvironmentService;
import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.NewSettings;
import dev.tollgate.model.api.Settings;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ScriptLimits;
import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and changes a tenant's settings. */
@ApplicationScoped
public class SettingsService {
    private final EntityManager entities;
    private final TenantContext tenant;
    private final PublishedState published;
    private final Changes changes;
    private final EnvironmentService environments;
    private final ScriptBounds scripts;

    SettingsService(
            EntityManager entities,
            TenantContext tenant,
            PublishedState published,
            Changes changes,
            EnvironmentService environments,
            ScriptBounds scripts) {
        this.entities = entities;
        this.tenant = tenant;
        this.published = published;
        this.changes = changes;
        this.environments = environments;
        this.scripts = scripts;
    }

    /** Gives a new tenant the settings that every tenant begins with. */
    public void begin(TenantId newTenant) {
        entities.persist(SettingsRow.of(newTenant));
    }

    /** The tenant's rule; to be called in a transaction. */
    public ApprovalRule approval() {
        return row().approval;
    }

    /** When the tenant's days, weeks and years begin. */
    @Transactional
    public TenantCalendar calendar() {
        return row().calendar();
    }

    /** Where people come to who sign in; null for the oldest, as for a tenant that is only being made. To be called in a transaction. */
    public @Nullable EnvironmentId signInEnvironment() {
        @Nullable SettingsRow row = entities.find(SettingsRow.class, tenant.id().value());
        return row == null ? null : environment(row.signInEnvironment);
    }

    private static @Nullable EnvironmentId environment(@Nullable UUID id) {
        return id == null ? null : new EnvironmentId(id);
    }

    @Transactional
    Settings get() {
        return view(row());
    }

    @Transactional
    Settings update(NewSettings wanted, Precondition precondition) {
        check(wanted);
        SettingsRow changed = changes.make(change -> {
            SettingsRow row = row();
            precondition.check(row.version());
            row.approval = wanted.approval();
            row.snapshotStalenessMaxSeconds = wanted.snapshotStalenessMaxSeconds();
            check(wanted.signInEnvironment());
            row.signInEnvironment = wanted.signInEnvironment();
            row.timeZone = wanted.timeZone();
            row.weekStart = wanted.weekStart();
            row.yearStart = wanted.yearStart();
            row.toolMode = wanted.toolMode();
            row.approveDestructive = Boolean.TRUE.equals(wanted.approveDestructive());
            row.scripts(wanted.scripts());
            row.destructiveTools = Objects.requireNonNullElse(wanted.destructiveTools(), List.of());
            publish(row, change);
            return row;
        });
        return view(changed);
    }

    private Settings view(SettingsRow row) {
        return row.toApi(scripts.maxima());
    }

    /** Gateways know it as parts of the tenant and of its sign-in, whose other parts stay as they were published. */
    private void publish(SettingsRow row, Change change) {
        published.ofKinds(ConfigKind.TENANT).stream()
                .map(TenantConfig.class::cast)
                .map(config -> config.deciding(
                        row.snapshotStalenessMaxSeconds,
                        row.toolMode,
                        row.approveDestructive,
                        row.destructiveTools.stream().map(ToolPattern::new).toList(),
                        row.scripts()))
                .forEach(change::put);
        published.ofKinds(ConfigKind.SIGN_IN).stream()
                .map(SignInConfig.class::cast)
                .map(config -> config.withEnvironment(environment(row.signInEnvironment)))
                .forEach(change::put);
    }

    /** Where it counts: it may have gone a moment before. */
    private void check(@Nullable UUID environment) {
        if (environment != null && environments.find(environment).isEmpty()) {
            throw Refused.invalid("signInEnvironment", "there is no such environment");
        }
    }

    private void check(NewSettings wanted) {
        FieldErrors errors = new FieldErrors();
        errors.present("approval", wanted.approval());
        @Nullable Integer staleness = wanted.snapshotStalenessMaxSeconds();
        if (staleness != null
                && (staleness < TenantConfig.STALENESS_SECONDS_MIN || staleness > NewSettings.STALENESS_SECONDS_MAX)) {
            errors.add(
                    "snapshotStalenessMaxSeconds",
                    "lies between " + TenantConfig.STALENESS_SECONDS_MIN + " and " + NewSettings.STALENESS_SECONDS_MAX);
        }
        @Nullable String zone = wanted.timeZone();
        if (zone != null) {
            errors.check("timeZone", () -> TenantCalendar.zone(zone));
        }
        @Nullable ScriptLimits limits = wanted.scripts();
        if (limits != null) {
            scripts.check(errors, limits);
        }
        errors.each(
                "destructiveTools",
                wanted.destructiveTools(),
                TenantConfig.DESTRUCTIVE_TOOLS_MAX,
                (at, pattern) -> errors.check(at, () -> new ToolPattern(pattern)));
        errors.throwIfAny();
    }

    private SettingsRow row() {
        return entities.find(SettingsRow.class, tenant.id().value());
    }
}
