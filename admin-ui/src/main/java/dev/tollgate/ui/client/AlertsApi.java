package dev.tollgate.ui.client;

import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.model.api.NewAlertChannel;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WebhookSecret;
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

/** Alerts, and the channels on which they go. */
public interface AlertsApi {
    @GET
    @Path("/alerts")
    Page<Alert> alerts(
            @QueryParam("q") @Nullable String search,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/alert-channels")
    Page<AlertChannel> alertChannels(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/alert-channels")
    AlertChannel createAlertChannel(
            @HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, NewAlertChannel channel);

    @PUT
    @Path("/alert-channels/{id}")
    AlertChannel replaceAlertChannel(
            @PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewAlertChannel channel);

    @DELETE
    @Path("/alert-channels/{id}")
    void deleteAlertChannel(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);

    @POST
    @Path("/alert-channels/{id}/secret")
    WebhookSecret renewAlertChannelSecret(@PathParam("id") UUID id);

    @POST
    @Path("/alert-channels/{id}/test")
    Alert testAlertChannel(@PathParam("id") UUID id);
}
