package dev.tollgate.control.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers that carry a version, as every single resource does. */
public final class Answers {
    private Answers() {}

    public static Response ok(Object body, long version) {
        return Response.ok(body).tag(tag(version)).build();
    }

    /**
     * @param path of the new resource below {@code /api/v1}, such as {@code /keys/…}
     */
    public static Response created(String path, Object body, long version) {
        return Response.created(location(path)).entity(body).tag(tag(version)).build();
    }

    public static URI location(String path) {
        return URI.create("/api/v1" + path);
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
