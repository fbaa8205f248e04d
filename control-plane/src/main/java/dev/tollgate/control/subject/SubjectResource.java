package dev.tollgate.control.subject;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Filter;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.DeletedSubject;
import dev.tollgate.model.api.NewSubject;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.config.SubjectKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Subjects over HTTP. */
@Path("/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subjects")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class SubjectResource {
    private final SubjectService service;
    private final Posts posts;

    SubjectResource(SubjectService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(
            operationId = "listSubjects",
            summary = "Tiers, customers, teams, users, services and model providers, by name")
    public Page<Subject> list(
            @BeanParam PageParams page,
            @Parameter(description = "tier, customer, team, user, service or provider") @QueryParam("kind") @Nullable
                    String kind,
            @Parameter(description = "What they stand under, as customer:<uuid>") @QueryParam("parent") @Nullable
                    String parent,
            @QueryParam("q") @Nullable String search) {
        return service.list(page.toRequest(), kind(kind), Filter.subject("parent", parent), search);
    }

    @POST
    @RolesAllowed({OWNER, ADMIN})
    @Operation(operationId = "createSubject", summary = "Creates a subject")
    @APIResponseSchema(value = Subject.class, responseCode = "201")
    public Response create(NewSubject body) {
        return posts.once(body, () -> {
            Subject created = service.create(Body.required(body));
            return Answer.created("/subjects/" + created.ref(), created, created.version());
        });
    }

    @GET
    @Path("/{ref}")
    @Operation(operationId = "getSubject", summary = "One subject, which may be a deleted one")
    @APIResponseSchema(Subject.class)
    public Response get(@PathParam("ref") String ref) {
        return answer(service.get(ref));
    }

    @PUT
    @Path("/{ref}")
    @RolesAllowed({OWNER, ADMIN})
    @Operation(
            operationId = "updateSubject",
            summary = "Renames a subject, moves it under another, attaches tool groups to it")
    @APIResponseSchema(Subject.class)
    public Response update(
            @PathParam("ref") String ref, @HeaderParam("If-Match") @Nullable String ifMatch, NewSubject body) {
        return answer(service.update(ref, Body.required(body), Precondition.required(ifMatch)));
    }

    @DELETE
    @Path("/{ref}")
    @RolesAllowed({OWNER, ADMIN})
    @Operation(operationId = "deleteSubject", summary = "Deletes a subject and revokes the keys that belong to it")
    public DeletedSubject delete(@PathParam("ref") String ref, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return service.delete(ref, Precondition.required(ifMatch));
    }

    private static Response answer(Subject subject) {
        return Answer.ok(subject, subject.version()).toResponse();
    }

    private static @Nullable String kind(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : SubjectKind.of(text).text();
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("kind", String.valueOf(e.getMessage()), e);
        }
    }
}
