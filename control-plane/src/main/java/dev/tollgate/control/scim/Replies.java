package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Resources as answers. */
final class Replies {
    private static final Projection WHOLE = Projection.of(null, null);

    private Replies() {}

    static Response list(JsonNode list) {
        return Response.ok(list.toString(), Scim.MEDIA_TYPE).build();
    }

    static Response created(Viewed made) {
        String location = made.resource().path("meta").path("location").asText();
        return with(made, Response.created(URI.create(location)), WHOLE);
    }

    static Response ok(Viewed viewed) {
        return with(viewed, Response.ok(), WHOLE);
    }

    /** Nothing but its version to whoever has that one already. */
    static Response ok(Viewed viewed, @Nullable String ifNoneMatch, Projection projection) {
        return Version.names(ifNoneMatch, viewed.version())
                ? Response.notModified()
                        .header(HttpHeaders.ETAG, Version.tag(viewed.version()))
                        .build()
                : with(viewed, Response.ok(), projection);
    }

    private static Response with(Viewed viewed, Response.ResponseBuilder response, Projection projection) {
        return response.type(Scim.MEDIA_TYPE)
                .header(HttpHeaders.ETAG, Version.tag(viewed.version()))
                .entity(projection.of(viewed.resource()).toString())
                .build();
    }
}
