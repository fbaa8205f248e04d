package dev.tollgate.control.price;

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
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.NewQuote;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.api.Quote;
import dev.tollgate.model.api.TierUsage;
import dev.tollgate.model.api.WithdrawPriceVersion;
import dev.tollgate.model.price.PriceVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Prices over HTTP. */
@Path("/prices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prices")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class PriceResource {
    private final PriceService service;
    private final TierUsages usages;
    private final Posts posts;

    PriceResource(PriceService service, TierUsages usages, Posts posts) {
        this.service = service;
        this.usages = usages;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listPrices", summary = "Prices, in the order of their creation")
    public Page<Price> list(
            @BeanParam PageParams page,
            @Parameter(description = "A part of the server's or the tool's name") @QueryParam("q") @Nullable
                    String search,
            @QueryParam("server") @Parameter(schema = @Schema(implementation = UUID.class)) @Nullable String server,
            @QueryParam("origin") @Parameter(schema = @Schema(implementation = PriceOrigin.class)) @Nullable
                    String origin) {
        PriceFilter filter =
                new PriceFilter(search, Filter.id("server", server), Filter.of(PriceOrigin.class, "origin", origin));
        return service.list(page.toRequest(), filter);
    }

    @POST
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(
            operationId = "createPrice",
            summary = "Sets the price of a tool, or of all tools of a server that have none of their own")
    @APIResponseSchema(value = Price.class, responseCode = "201")
    public Response create(NewPrice body) {
        return posts.once(body, () -> {
            Price created = service.create(Body.required(body));
            return Answer.created("/prices/" + created.id(), created, created.version());
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPrice", summary = "One price")
    @APIResponseSchema(Price.class)
    public Response get(@PathParam("id") UUID id) {
        Price found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @GET
    @Path("/{id}/versions")
    @Operation(operationId = "listPriceVersions", summary = "All versions of a price, the first one first")
    public Page<PriceVersion> versions(@PathParam("id") UUID id, @BeanParam PageParams page) {
        return service.versions(id, page.toRequest());
    }

    @POST
    @Path("/{id}/versions")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(
            operationId = "addPriceVersion",
            summary = "Gives a price other terms, now or from a later time on; calls that were made keep their price")
    @APIResponseSchema(Price.class)
    public Response add(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewPriceVersion body) {
        Price updated = service.add(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @POST
    @Path("/{id}/versions/withdraw")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(operationId = "withdrawPriceVersion", summary = "Takes back terms that do not hold yet")
    @APIResponseSchema(Price.class)
    public Response withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, WithdrawPriceVersion body) {
        Price updated = service.withdraw(id, Body.required(body).number(), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @GET
    @Path("/{id}/usage")
    @Operation(
            operationId = "listTierUsage",
            summary =
                    "How much of each tier of a price that counts from call to call is used in the period that is now")
    public List<TierUsage> usage(@PathParam("id") UUID id) {
        return usages.of(id, Instant.now());
    }

    @POST
    @Path("/quote")
    @Operation(
            operationId = "quotePrice",
            summary = "What a call would cost by some terms, and why, and what the dearest call could; changes nothing")
    public Quote quote(NewQuote body) {
        return Quotes.of(Body.required(body));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(operationId = "deletePrice", summary = "Deletes a price; the calls it was for may become free")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }
}
