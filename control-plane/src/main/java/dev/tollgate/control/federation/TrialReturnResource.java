package dev.tollgate.control.federation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where the browser of a trial comes back to. Nobody is signed in in it: the state that it brings is what it may, and the page
 * says nothing of the tenant.
 */
@Path("/sign-in-trial")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class TrialReturnResource {
    static final String PATH = "/api/v1/sign-in-trial";

    private static final int CODE_CHARS_MAX = 2_048;
    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Tollgate</title>"
                    + "</head><body><main><h1>%s</h1><p>%s</p></main></body></html>";

    private final TrialService service;

    TrialReturnResource(TrialService service) {
        this.service = service;
    }

    @GET
    @Operation(hidden = true)
    public Response comesBack(
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("error") @Nullable String error) {
        boolean bounded = code == null || code.length() <= CODE_CHARS_MAX;
        Optional<TrialState> known = state == null || !bounded ? Optional.empty() : TrialState.parse(state);
        boolean taken = known.filter(it -> service.comesBack(it, code, error)).isPresent();
        return taken
                ? page(200, "The trial is over", "Close this window. What came of it stands in the console.")
                : page(400, "There is no such trial", "It was used, or is over. Begin another one in the console.");
    }

    private static Response page(int status, String title, String text) {
        return Response.status(status)
                .entity(PAGE.formatted(title, text))
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
