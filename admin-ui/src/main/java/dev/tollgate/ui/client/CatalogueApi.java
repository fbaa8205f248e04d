package dev.tollgate.ui.client;

import dev.tollgate.model.api.CataloguePrice;
import dev.tollgate.model.api.NewCataloguePrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.PriceSheetOutcome;
import dev.tollgate.model.api.WithdrawPriceVersion;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the operator says that tools cost. */
public interface CatalogueApi {
    @GET
    @Path("/catalogue-prices")
    Page<CataloguePrice> cataloguePrices(
            @QueryParam("q") @Nullable String search,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/catalogue-prices")
    CataloguePrice createCataloguePrice(
            @HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, NewCataloguePrice price);

    @GET
    @Path("/catalogue-prices/sheet")
    @Produces(TollgateApi.CSV)
    byte[] catalogueSheet();

    @POST
    @Path("/catalogue-prices/sheet")
    @Consumes(TollgateApi.CSV)
    PriceSheetOutcome sendCatalogueSheet(@QueryParam("dry_run") boolean dryRun, String csv);

    @POST
    @Path("/catalogue-prices/{id}/versions")
    CataloguePrice addCataloguePriceVersion(
            @PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewPriceVersion version);

    @POST
    @Path("/catalogue-prices/{id}/versions/withdraw")
    CataloguePrice withdrawCataloguePriceVersion(
            @PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, WithdrawPriceVersion version);

    @DELETE
    @Path("/catalogue-prices/{id}")
    void deleteCataloguePrice(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);
}
