package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A directory's people over SCIM. No person signs in here: the bearer is the directory's token, and names its tenant. */
@Path("/scim/v2/Users")
@Produces({Scim.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({Scim.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@PermitAll
public class PersonResource {
    private final Door door;
    private final PersonService service;

    PersonResource(Door door, PersonService service) {
        this.door = door;
        this.service = service;
    }

    @GET
    @Operation(hidden = true)
    public Response list(
            @HeaderParam("Authorization") @Nullable String authorization,
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("startIndex") @Nullable String startIndex,
            @QueryParam("count") @Nullable String count,
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded) {
        return door.enter(authorization, () -> {
            ObjectNode list = service.list(filter, Paging.of(startIndex, count));
            Projection projection = Projection.of(attributes, excluded);
            list.path("Resources").forEach(resource -> projection.of((ObjectNode) resource));
            return Replies.list(list);
        });
    }

    @POST
    @Operation(hidden = true)
    public Response create(@HeaderParam("Authorization") @Nullable String authorization, @Nullable String body) {
        return door.enter(authorization, () -> Replies.created(service.create(PersonJson.read(Scim.read(body)))));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Response get(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @PathParam("id") String id,
            @QueryParam("attributes") @Nullable String attributes,
            @QueryParam("excludedAttributes") @Nullable String excluded) {
        return door.enter(
                authorization, () -> Replies.ok(service.get(id), ifNoneMatch, Projection.of(attributes, excluded)));
    }

    @PUT
    @Path("/{id}")
    @Operation(hidden = true)
    public Response replace(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @PathParam("id") String id,
            @Nullable String body) {
        return door.enter(authorization, () -> {
            Person wanted = PersonJson.read(Scim.read(body));
            return Replies.ok(service.update(id, ifMatch, _ -> wanted));
        });
    }

    @PATCH
    @Path("/{id}")
    @Operation(hidden = true)
    public Response change(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @PathParam("id") String id,
            @Nullable String body) {
        return door.enter(authorization, () -> {
            List<Patches.Step> steps = Patches.read(Scim.read(body));
            return Replies.ok(service.update(
                    id, ifMatch, person -> PersonJson.read(Patches.apply(PersonJson.toChange(person), steps))));
        });
    }

    @DELETE
    @Path("/{id}")
    @Operation(hidden = true)
    public Response delete(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @PathParam("id") String id) {
        return door.enter(authorization, () -> {
            service.delete(id, ifMatch);
            return Response.noContent().build();
        });
    }
}
