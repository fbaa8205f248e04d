package dev.tollgate.control.environment;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An environment's row. */
@Entity
@Table(name = "environment")
public class EnvironmentRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "description")
    @Nullable
    String description;

    public EnvironmentId id() {
        return new EnvironmentId(id);
    }

    public Slug name() {
        return new Slug(name);
    }

    Environment toApi() {
        return new Environment(id, name, description, createdAt(), version());
    }

    EnvironmentConfig toConfig(TenantId tenant) {
        return new EnvironmentConfig(tenant, id(), name());
    }

    Cursor cursor() {
        return new Cursor(name, id.toString());
    }
}
