package dev.tollgate.control.key;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.catalog.ToolService;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.ToolCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who can call a tool, over HTTP. */
@Path("/tools/{id}/callers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tools")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class ToolCallersResource {
    private final KeyTools keys;
    private final ToolService tools;

    ToolCallersResource(KeyTools keys, ToolService tools) {
        this.keys = keys;
        this.tools = tools;
    }

    @GET
    @Operation(
            operationId = "listToolCallers",
            summary = "The keys that can call the tool, by name, each with the ways in which it comes by it")
    public Page<ToolCaller> list(@PathParam("id") UUID id, @BeanParam PageParams page) {
        if (!tools.exists(id)) {
            throw Refused.notFound();
        }
        return keys.callers(id, page.toRequest(), Instant.now());
    }
}
