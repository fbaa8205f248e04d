package dev.tollgate.control.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A successful answer.
 *
 * @param path of a new resource below {@code /api/v1}
 * @param version of the resource in the body, its ETag
 * @param secret whether the body holds a secret, which may not be kept
 */
public record Answer(int status, Optional<String> path, OptionalLong version, Optional<Object> body, boolean secret) {
    /** The header of an answer to a write that names the tenant's revision after it. */
    public static final String REVISION = "Tollgate-Revision";

    public static Answer ok(Object body, long version) {
        return new Answer(200, Optional.empty(), OptionalLong.of(version), Optional.of(body), false);
    }

    public static Answer created(String path, Object body, long version) {
        return new Answer(201, Optional.of(path), OptionalLong.of(version), Optional.of(body), false);
    }

    /** Of something that is no resource and has no version. */
    public static Answer done(Object body) {
        return new Answer(200, Optional.empty(), OptionalLong.empty(), Optional.of(body), false);
    }

    /** Taken on, and done later. */
    public static Answer accepted() {
        return new Answer(202, Optional.empty(), OptionalLong.empty(), Optional.empty(), false);
    }

    /** The same answer, known to hold a secret. */
    public Answer withSecret() {
        return new Answer(status, path, version, body, true);
    }

    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status);
        path.ifPresent(p -> response.location(URI.create(p)));
        version.ifPresent(v -> response.tag(new EntityTag(Long.toString(v))));
        body.ifPresent(response::entity);
        return response.build();
    }
}
