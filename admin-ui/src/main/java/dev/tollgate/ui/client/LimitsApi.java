package dev.tollgate.ui.client;

import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitUsage;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.NewLimitOverride;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WithdrawLimitOverride;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits, and how much of them is used. */
public interface LimitsApi {
    @GET
    @Path("/limits")
    Page<Limit> limits(
            @QueryParam("q") @Nullable String search,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/limits")
    Limit createLimit(@HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, NewLimit limit);

    @PUT
    @Path("/limits/{id}")
    Limit replaceLimit(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewLimit limit);

    @POST
    @Path("/limits/{id}/overrides")
    Limit overrideLimit(
            @PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewLimitOverride override);

    @POST
    @Path("/limits/{id}/overrides/withdraw")
    Limit withdrawLimitOverride(
            @PathParam("id") UUID id,
            @HeaderParam(TollgateApi.IF_MATCH) String ifMatch,
            WithdrawLimitOverride override);

    @DELETE
    @Path("/limits/{id}")
    void deleteLimit(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);

    @GET
    @Path("/limits/{id}/usage")
    LimitUsage limitUsage(@PathParam("id") UUID id);
}
