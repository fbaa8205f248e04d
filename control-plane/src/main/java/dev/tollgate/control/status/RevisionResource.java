package dev.tollgate.control.status;

import dev.tollgate.control.identity.Role;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Propagation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the tenant's revisions have come, over HTTP. */
@Path("/revisions/{revision}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gateways")
@RolesAllowed({Role.OWNER, Role.ADMIN, Role.TOOL_ADMIN, Role.FINANCE, Role.AUDITOR, Role.VIEWER})
public class RevisionResource {
    private final Propagations propagations;

    RevisionResource(Propagations propagations) {
        this.propagations = propagations;
    }

    @GET
    @Operation(
            operationId = "getRevision",
            summary = "Which gateways serve a revision, how fast each came to it, and why one refused it",
            description =
                    "Of the tenant's last thousand revisions. The answer to a write names its revision in the header"
                            + " Tollgate-Revision.")
    public Propagation get(@PathParam("revision") long revision) {
        return propagations.of(revision, Instant.now()).orElseThrow(Refused::notFound);
    }
}
