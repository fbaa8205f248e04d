package dev.tollgate.control.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Problem.FieldError;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Problems in the words that clients of SCIM expect (RFC 7644, 3.12).
 *
 * @param status as text, which is how the protocol has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScimError(
        List<String> schemas,
        String status,
        @Nullable String scimType,
        @Nullable String detail) {
    static final String MEDIA_TYPE = "application/scim+json";
    private static final String FAULT = "scim-";

    static boolean answers(UriInfo uri) {
        return uri.getPath().startsWith("/scim/");
    }

    static Response of(Problem problem) {
        // What RFC 9457 knows as 422 is 400 here; a directory gives up on what it does not know.
        int status = problem.status() == 422 ? 400 : problem.status();
        ScimError error = new ScimError(
                List.of("urn:ietf:params:scim:api:messages:2.0:Error"),
                Integer.toString(status),
                type(problem),
                detail(problem));
        return Response.status(status).type(MEDIA_TYPE).entity(error).build();
    }

    private static @Nullable String type(Problem problem) {
        String name = problem.type().substring(problem.type().lastIndexOf('/') + 1);
        if (name.startsWith(FAULT)) {
            return name.substring(FAULT.length());
        }
        return switch (name) {
            case "name-taken" -> "uniqueness";
            case "invalid" -> "invalidValue";
            case "malformed" -> "invalidSyntax";
            default -> null;
        };
    }

    private static @Nullable String detail(Problem problem) {
        @Nullable List<FieldError> errors = problem.errors();
        return errors == null || problem.status() != 422
                ? problem.detail()
                : errors.stream()
                        .map(error -> error.field() + " " + error.message())
                        .collect(Collectors.joining("; "));
    }
}
