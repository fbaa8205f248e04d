package dev.tollgate.control.server;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;

import dev.tollgate.control.web.Body;
import dev.tollgate.model.api.OpenApiPreview;
import dev.tollgate.model.api.PreviewOpenApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** OpenAPI documents before they are connected, over HTTP. Nothing is kept. */
@Path("/servers/openapi-preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Servers")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
public class OpenApiPreviewResource {
    private final OpenApiPreviews previews;

    OpenApiPreviewResource(OpenApiPreviews previews) {
        this.previews = previews;
    }

    @POST
    @Operation(
            operationId = "previewOpenApi",
            summary = "The tools that an OpenAPI document would become, and why other operations would not")
    public OpenApiPreview preview(PreviewOpenApi body) {
        return previews.preview(Body.required(body));
    }
}
