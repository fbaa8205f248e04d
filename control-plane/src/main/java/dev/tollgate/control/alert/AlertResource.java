package dev.tollgate.control.alert;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Alerts over HTTP, with what became of each on each channel. */
@Path("/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@RolesAllowed({OWNER, ADMIN, FINANCE, AUDITOR})
public class AlertResource {
    private final AlertStore store;

    AlertResource(AlertStore store) {
        this.store = store;
    }

    @GET
    @Transactional
    @Operation(operationId = "listAlerts", summary = "Alerts of the last 90 days, the newest first")
    public Page<Alert> list(
            @BeanParam PageParams page,
            @Parameter(description = "A part of the title or the text") @QueryParam("q") @Nullable String search) {
        return store.alerts(page.toRequest(), search);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getAlert", summary = "One alert")
    public Alert get(@PathParam("id") UUID id) {
        return store.alert(id).orElseThrow(Refused::notFound);
    }
}
