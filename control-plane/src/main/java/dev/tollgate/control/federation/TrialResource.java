package dev.tollgate.control.federation;

import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.model.api.SignInTrial;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trials of the tenant's own identity provider over HTTP. */
@Path("/identity-provider/trial")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
@RolesAllowed(OWNER)
public class TrialResource {
    private final TrialService service;

    TrialResource(TrialService service) {
        this.service = service;
    }

    @POST
    @Operation(
            operationId = "tryIdentityProvider",
            summary = "Begins a sign-in through the identity provider that shows what would become of someone",
            description =
                    "The address is for one browser with nobody signed in, within ten minutes. Whoever signs in there"
                            + " becomes a member, with what their groups give.")
    @APIResponseSchema(value = SignInTrial.class, responseCode = "200")
    public SignInTrial begin() {
        return service.begin();
    }

    @GET
    @Operation(operationId = "getIdentityProviderTrial", summary = "How the latest trial stands, and what came of it")
    public SignInTrial get() {
        return service.get();
    }
}
