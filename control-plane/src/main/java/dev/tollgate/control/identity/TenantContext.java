package dev.tollgate.control.identity;

import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tenant that this request, or this unit of background work, is for. Everything that reads or writes rows takes it
 * from here; it is bound before the first transaction and stays the same within one.
 */
@RequestScoped
public class TenantContext {
    private @Nullable TenantId tenant;

    /** Refused if there is none. */
    public TenantId id() {
        return find().orElseThrow(() -> new Refused(
                new Refusal.NoTenant("Your token names no organization that is a tenant of this installation.")));
    }

    public Optional<TenantId> find() {
        return Optional.ofNullable(tenant);
    }

    void bind(@Nullable TenantId id) {
        tenant = id;
    }
}
