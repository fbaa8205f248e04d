package dev.tollgate.control.settings;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.NewSettings;
import dev.tollgate.model.api.Settings;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Reads and changes a tenant's settings. */
@ApplicationScoped
public class SettingsService {
    private final EntityManager entities;
    private final TenantContext tenant;
    private final PublishedState published;
    private final Changes changes;

    SettingsService(EntityManager entities, TenantContext tenant, PublishedState published, Changes changes) {
        this.entities = entities;
        this.tenant = tenant;
        this.published = published;
        this.changes = changes;
    }

    /** Gives a new tenant the settings that every tenant begins with. */
    public void begin(TenantId newTenant) {
        entities.persist(SettingsRow.of(newTenant));
    }

    /** The tenant's rule; to be called in a transaction. */
    public ApprovalRule approval() {
        return row().approval;
    }

    @Transactional
    Settings get() {
        return row().toApi();
    }

    @Transactional
    Settings update(NewSettings wanted, Precondition precondition) {
        check(wanted);
        SettingsRow changed = changes.make(change -> {
            SettingsRow row = row();
            precondition.check(row.version());
            row.approval = wanted.approval();
            row.snapshotStalenessMaxSeconds = wanted.snapshotStalenessMaxSeconds();
            publish(wanted.snapshotStalenessMaxSeconds(), change);
            return row;
        });
        return changed.toApi();
    }

    /** Gateways know it as a part of the tenant, whose other parts stay as they were published. */
    private void publish(@Nullable Integer stalenessMaxSeconds, Change change) {
        published.ofKinds(ConfigKind.TENANT).stream()
                .map(TenantConfig.class::cast)
                .map(config -> config.withStalenessMax(stalenessMaxSeconds))
                .forEach(change::put);
    }

    private static void check(NewSettings wanted) {
        FieldErrors errors = new FieldErrors();
        errors.present("approval", wanted.approval());
        @Nullable Integer staleness = wanted.snapshotStalenessMaxSeconds();
        if (staleness != null
                && (staleness < TenantConfig.STALENESS_SECONDS_MIN || staleness > NewSettings.STALENESS_SECONDS_MAX)) {
            errors.add(
                    "snapshotStalenessMaxSeconds",
                    "lies between " + TenantConfig.STALENESS_SECONDS_MIN + " and " + NewSettings.STALENESS_SECONDS_MAX);
        }
        errors.throwIfAny();
    }

    private SettingsRow row() {
        return entities.find(SettingsRow.class, tenant.id().value());
    }
}
