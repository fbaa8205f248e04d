package dev.tollgate.ui.client;

import dev.tollgate.model.api.CallPrice;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.NewQuote;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.api.PriceSheetOutcome;
import dev.tollgate.model.api.Quote;
import dev.tollgate.model.api.TierUsage;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What calls cost, and why one cost what it did. */
public interface PricesApi {
    @GET
    @Path("/prices")
    Page<Price> prices(
            @QueryParam("q") @Nullable String search,
            @QueryParam("server") @Nullable UUID server,
            @QueryParam("origin") @Nullable PriceOrigin origin,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/prices")
    Price createPrice(@HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, NewPrice price);

    @POST
    @Path("/prices/{id}/versions")
    Price addPriceVersion(
            @PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewPriceVersion version);

    @POST
    @Path("/prices/{id}/versions/withdraw")
    Price withdrawPriceVersion(
            @PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, WithdrawPriceVersion version);

    @DELETE
    @Path("/prices/{id}")
    void deletePrice(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);

    @GET
    @Path("/prices/{id}/usage")
    List<TierUsage> tierUsage(@PathParam("id") UUID id);

    @POST
    @Path("/prices/quote")
    Quote quotePrice(NewQuote call);

    @GET
    @Path("/prices/sheet")
    @Produces(TollgateApi.CSV)
    byte[] priceSheet();

    @POST
    @Path("/prices/sheet")
    @Consumes(TollgateApi.CSV)
    PriceSheetOutcome sendPriceSheet(@QueryParam("dry_run") boolean dryRun, String csv);

    @GET
    @Path("/calls/{id}/price")
    CallPrice callPrice(@PathParam("id") UUID call);
}
