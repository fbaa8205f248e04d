package dev.tollgate.ui.client;

import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.ModelNaming;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.api.NewModelVersion;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WithdrawModelVersion;
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

/** Models, and what their providers take for tokens. */
public interface ModelsApi {
    @GET
    @Path("/models")
    Page<Model> models(
            @QueryParam("q") @Nullable String search,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/models")
    Model createModel(@HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, NewModel model);

    @PUT
    @Path("/models/{id}")
    Model replaceModel(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, ModelNaming naming);

    @POST
    @Path("/models/{id}/versions")
    Model addModelVersion(
            @PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewModelVersion version);

    @POST
    @Path("/models/{id}/versions/withdraw")
    Model withdrawModelVersion(
            @PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, WithdrawModelVersion version);

    @DELETE
    @Path("/models/{id}")
    void deleteModel(@PathParam("id") UUID id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);
}
