package dev.tollgate.ui.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.model.api.Problem;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns an answer of status 400 and above into an {@link ApiProblem}. */
public final class ProblemReader implements ResponseExceptionMapper<ApiProblem> {
    private static final int DETAIL_CHARS_MAX = 500;
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public ApiProblem toThrowable(Response response) {
        return new ApiProblem(read(response.getStatus(), body(response)));
    }

    /** Reads a problem body; an empty, foreign or malformed one leaves only what the status says. */
    static Problem read(int status, @Nullable String body) {
        if (body == null || body.isBlank()) {
            return of(status, null);
        }
        try {
            Problem sent = JSON.readValue(body, Problem.class);
            // Not every field is there when the answer came from a proxy rather than from the control plane.
            String title = (Object) sent.title() == null ? titleOf(status) : sent.title();
            return new Problem("about:blank", title, status, clipped(sent.detail()), sent.instance(), sent.errors());
        } catch (JsonProcessingException e) {
            return of(status, null);
        }
    }

    private static Problem of(int status, @Nullable String detail) {
        return new Problem("about:blank", titleOf(status), status, detail, null, null);
    }

    private static String titleOf(int status) {
        return switch (status) {
            case 401 -> "You are not signed in any more";
            case 403 -> "Your role does not allow this";
            case 404 -> "This does not exist (any more)";
            case 412 -> "Somebody else changed this in the meantime";
            case 429 -> "Too many requests at once";
            case 502, 503, 504 -> "The control plane is not available right now";
            default -> "The control plane answered with an error (status " + status + ")";
        };
    }

    private static @Nullable String clipped(@Nullable String detail) {
        return detail == null || detail.length() <= DETAIL_CHARS_MAX
                ? detail
                : detail.substring(0, DETAIL_CHARS_MAX) + "…";
    }

    private static @Nullable String body(Response response) {
        return response.hasEntity() ? response.readEntity(String.class) : null;
    }
}
