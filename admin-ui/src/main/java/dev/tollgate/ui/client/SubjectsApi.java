package dev.tollgate.ui.client;

import dev.tollgate.model.api.DeletedSubject;
import dev.tollgate.model.api.NewSubject;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Subject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Tiers, customers, teams, users, services and model providers. {@code ref} is as {@code team:<uuid>}. */
public interface SubjectsApi {

    @GET
    @Path("/subjects")
    Page<Subject> subjects(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("parent") @Nullable String parent,
            @QueryParam("q") @Nullable String search,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/subjects/{ref}")
    Subject subject(@PathParam("ref") String ref);

    @POST
    @Path("/subjects")
    Subject createSubject(@HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, NewSubject subject);

    @PUT
    @Path("/subjects/{ref}")
    Subject replaceSubject(
            @PathParam("ref") String ref, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewSubject subject);

    @DELETE
    @Path("/subjects/{ref}")
    DeletedSubject deleteSubject(@PathParam("ref") String ref, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);
}
