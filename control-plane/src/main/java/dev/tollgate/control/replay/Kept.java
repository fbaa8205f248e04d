package dev.tollgate.control.replay;

import dev.tollgate.control.web.Answer;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is kept. One that held a secret is kept without its body.
 *
 * @param status absent while the request is being carried out
 */
record Kept(
        String requestSha256,
        @Nullable Integer status,
        @Nullable String location,
        @Nullable Long version,
        @Nullable String body,
        @Nullable Long revision,
        boolean secret) {
    boolean isUnderWay() {
        return status == null;
    }

    Response toResponse() {
        Response.ResponseBuilder response = Response.status(Objects.requireNonNull(status));
        if (location != null) {
            response.location(URI.create(location));
        }
        if (version != null) {
            response.tag(new EntityTag(version.toString()));
        }
        if (revision != null) {
            response.header(Answer.REVISION, revision);
        }
        if (body != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        }
        return response.build();
    }

    /** Where the resource is, for a person. */
    String where() {
        return location == null ? "" : " (" + location + ")";
    }
}
