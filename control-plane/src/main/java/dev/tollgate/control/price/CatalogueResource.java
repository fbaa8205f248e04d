package dev.tollgate.control.price;

import static dev.tollgate.control.identity.Role.OPERATOR;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.CataloguePrice;
import dev.tollgate.model.api.NewCataloguePrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WithdrawPriceVersion;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue of prices over HTTP, for the operator. */
@Path("/catalogue-prices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue prices")
@RolesAllowed(OPERATOR)
public class CatalogueResource {
    private final CatalogueService service;
    private final Posts posts;

    CatalogueResource(CatalogueService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listCataloguePrices", summary = "Catalogue prices, in the order of their creation")
    public Page<CataloguePrice> list(
            @BeanParam PageParams page,
            @Parameter(description = "A part of the address or of the tool's name") @QueryParam("q") @Nullable
                    String search) {
        return service.list(page.toRequest(), search);
    }

    @POST
    @Operation(
            operationId = "createCataloguePrice",
            summary = "Sets what a tool of servers at an address costs, for tenants who do not say otherwise")
    @APIResponseSchema(value = CataloguePrice.class, responseCode = "201")
    public Response create(NewCataloguePrice body) {
        return posts.once(body, () -> {
            CataloguePrice created = service.create(Body.required(body));
            return Answer.created("/catalogue-prices/" + created.id(), created, created.version());
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCataloguePrice", summary = "One catalogue price")
    @APIResponseSchema(CataloguePrice.class)
    public Response get(@PathParam("id") UUID id) {
        CataloguePrice found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @POST
    @Path("/{id}/versions")
    @Operation(
            operationId = "addCataloguePriceVersion",
            summary =
                    "Gives a catalogue price other terms, now or from a later time on; calls that were made keep their price")
    @APIResponseSchema(CataloguePrice.class)
    public Response add(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewPriceVersion body) {
        CataloguePrice updated = service.add(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @POST
    @Path("/{id}/versions/withdraw")
    @Operation(operationId = "withdrawCataloguePriceVersion", summary = "Takes back terms that do not hold yet")
    @APIResponseSchema(CataloguePrice.class)
    public Response withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, WithdrawPriceVersion body) {
        CataloguePrice updated = service.withdraw(id, Body.required(body).number(), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteCataloguePrice",
            summary = "Deletes a catalogue price; the calls it was for may become free")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }
}
