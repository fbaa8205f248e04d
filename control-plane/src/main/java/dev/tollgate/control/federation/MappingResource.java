package dev.tollgate.control.federation;

import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.NewPeopleMapping;
import dev.tollgate.model.api.PeopleMapping;
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

/** What groups of the tenant's own directory give, over HTTP. */
@Path("/people-mapping")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
@RolesAllowed(OWNER)
public class MappingResource {
    private final MappingService service;

    MappingResource(MappingService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getPeopleMapping",
            summary = "Which roles and teams the groups of the tenant's own directory give")
    @APIResponseSchema(PeopleMapping.class)
    public Response get() {
        return answer(service.get());
    }

    @PUT
    @Operation(
            operationId = "putPeopleMapping",
            summary = "Replaces the rules by which groups give roles and teams",
            description =
                    "With a claim they are applied at each sign-in through the tenant's identity provider and give"
                            + " roles; without one they follow the groups that the directory tells over SCIM. A role that a rule"
                            + " names is lost by whoever is in no group that gives it; other roles stay as they are. The role"
                            + " owner is not given so.")
    @APIResponseSchema(PeopleMapping.class)
    public Response put(@HeaderParam("If-Match") @Nullable String ifMatch, NewPeopleMapping body) {
        return answer(service.put(Body.required(body), Precondition.required(ifMatch)));
    }

    private static Response answer(PeopleMapping mapping) {
        return Answer.ok(mapping, mapping.version()).toResponse();
    }
}
