package dev.tollgate.control.limit;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitUsage;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.NewLimitOverride;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WithdrawLimitOverride;
import dev.tollgate.model.quota.QuotaSubject;
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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Limits over HTTP. */
@Path("/limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Limits")
@RolesAllowed({OWNER, ADMIN, FINANCE, AUDITOR, VIEWER})
public class LimitResource {
    private final LimitService service;
    private final LimitUsages usages;
    private final Posts posts;

    LimitResource(LimitService service, LimitUsages usages, Posts posts) {
        this.service = service;
        this.usages = usages;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listLimits", summary = "Limits, by name")
    public Page<Limit> list(
            @BeanParam PageParams page,
            @Parameter(description = "What has the limits, such as team:<uuid> or tier:pro")
                    @QueryParam("subject")
                    @Nullable
                    String subject,
            @Parameter(description = "A part of the name") @QueryParam("q") @Nullable String search) {
        return service.list(page.toRequest(), subject(subject), search);
    }

    private static @Nullable String subject(@Nullable String text) {
        try {
            return text == null || text.isEmpty()
                    ? null
                    : QuotaSubject.parse(text).toString();
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("subject", String.valueOf(e.getMessage()), e);
        }
    }

    @POST
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(operationId = "createLimit", summary = "Sets a limit; a subject may have several, and all of them hold")
    @APIResponseSchema(value = Limit.class, responseCode = "201")
    public Response create(NewLimit body) {
        return posts.once(body, () -> {
            Limit created = service.create(Body.required(body));
            return Answer.created("/limits/" + created.id(), created, created.version());
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getLimit", summary = "One limit")
    @APIResponseSchema(Limit.class)
    public Response get(@PathParam("id") UUID id) {
        Limit found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(
            operationId = "replaceLimit",
            summary = "Gives a limit another name, amount or enforcement; what was spent of it stays spent")
    @APIResponseSchema(Limit.class)
    public Response update(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewLimit body) {
        Limit updated = service.update(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @POST
    @Path("/{id}/overrides")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(
            operationId = "overrideLimit",
            summary = "Gives a limit another amount for some of its windows; up to 12 may hold or be to come")
    @APIResponseSchema(Limit.class)
    public Response override(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewLimitOverride body) {
        Limit updated = service.override(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @POST
    @Path("/{id}/overrides/withdraw")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(
            operationId = "withdrawLimitOverride",
            summary = "Takes back an override that holds or is to come; the limit's own amount holds at once")
    @APIResponseSchema(Limit.class)
    public Response withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, WithdrawLimitOverride body) {
        Limit updated = service.withdraw(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(operationId = "deleteLimit", summary = "Deletes a limit")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }

    @GET
    @Path("/{id}/usage")
    @Operation(operationId = "getLimitUsage", summary = "How much of a limit is used in the window that is now")
    public LimitUsage usage(@PathParam("id") UUID id) {
        return usages.of(id, Instant.now());
    }
}
