package dev.tollgate.control.settings;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.NewSettings;
import dev.tollgate.model.api.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A tenant's settings over HTTP. */
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
@RolesAllowed({OWNER, ADMIN})
public class SettingsResource {
    private final SettingsService service;

    SettingsResource(SettingsService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "getSettings", summary = "What the tenant decides for itself as a whole")
    @APIResponseSchema(Settings.class)
    public Response get() {
        return answer(service.get());
    }

    @PUT
    @Operation(
            operationId = "updateSettings",
            summary = "Changes the tenant's settings",
            description = "A rule of approval decides on what is seen from then on; what waits goes on waiting.")
    @APIResponseSchema(Settings.class)
    public Response update(@HeaderParam("If-Match") @Nullable String ifMatch, NewSettings body) {
        Precondition precondition = Precondition.required(ifMatch);
        return answer(service.update(Body.required(body), precondition));
    }

    private static Response answer(Settings settings) {
        return Answer.ok(settings, settings.version()).toResponse();
    }
}
