package dev.tollgate.control.tenant;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.settings.SettingsService;
import dev.tollgate.control.subject.SubjectService;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.NewTenant;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Creates tenants: first the organization that people sign in with, then the row that makes it one of ours. */
@ApplicationScoped
class TenantService {
    private static final int NAME_CHARS_MAX = 100;

    private final OrganizationDirectory organizations;
    private final EntityManager entities;
    private final Changes changes;
    private final SubjectService subjects;
    private final SettingsService settings;
    private final Instance<Founding> founding;
    private final TenantScope scope;
    private final List<String> regions;

    TenantService(
            OrganizationDirectory organizations,
            EntityManager entities,
            Changes changes,
            SubjectService subjects,
            SettingsService settings,
            @Any Instance<Founding> founding,
            TenantScope scope,
            @ConfigProperty(name = "tollgate.regions") List<String> regions) {
        this.organizations = organizations;
        this.entities = entities;
        this.changes = changes;
        this.subjects = subjects;
        this.settings = settings;
        this.founding = founding;
        this.scope = scope;
        this.regions = regions;
    }

    /** Done again after it stopped half way, it takes up the organization that it finds. */
    Tenant create(NewTenant wanted) {
        validate(wanted);
        TenantRow row = new TenantRow();
        row.id = Ids.next();
        row.slug = wanted.slug();
        row.name = wanted.name();
        row.region = wanted.region();
        row.organizationId = organizations.ensure(new Slug(wanted.slug()), wanted.name());
        // Written as the application role inside the new tenant's own wall, in a transaction apart from the operator's.
        return scope.call(
                new TenantId(row.id), () -> QuarkusTransaction.requiringNew().call(() -> store(row)));
    }

    private Tenant store(TenantRow row) {
        TenantId id = new TenantId(row.id);
        Region region = new Region(row.region);
        entities.persist(row);
        changes.begin(id, region);
        changes.make(change -> {
            change.put(new TenantConfig(id, new Slug(row.slug), row.name, region, null, null, null));
            settings.begin(id);
            subjects.begin(change);
            founding.forEach(part -> part.begin(change));
            return row;
        });
        return row.toApi();
    }

    private void validate(NewTenant wanted) {
        FieldErrors errors = new FieldErrors();
        errors.slug("slug", wanted.slug());
        errors.text("name", wanted.name(), NAME_CHARS_MAX);
        errors.present("region", wanted.region());
        if (wanted.region() != null && !regions.contains(wanted.region())) {
            errors.add("region", "is one of " + String.join(", ", regions));
        }
        errors.throwIfAny();
    }
}
