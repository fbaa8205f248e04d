package dev.tollgate.control.tenant;

import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.settings.SettingsService;
import dev.tollgate.model.api.Me;
import dev.tollgate.model.api.Tenant;
import io.quarkus.security.Authenticated;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells a client who it acts for. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
@Authenticated
public class MeResource {
    private final Caller caller;
    private final TenantContext tenant;
    private final EntityManager entities;
    private final SettingsService settings;

    MeResource(Caller caller, TenantContext tenant, EntityManager entities, SettingsService settings) {
        this.caller = caller;
        this.tenant = tenant;
        this.entities = entities;
        this.settings = settings;
    }

    @GET
    @Transactional
    @Operation(operationId = "getMe", summary = "Who is signed in, with which roles, for which tenant")
    public Me me() {
        @Nullable
        Tenant own = tenant.find()
                .map(id -> entities.find(TenantRow.class, id.value()))
                .map(TenantRow::toApi)
                .orElse(null);
        @Nullable String zone = own == null ? null : settings.calendar().zone().getId();
        return new Me(caller.subject(), caller.username(), caller.roles(), own, zone);
    }
}
