package dev.tollgate.ui.client;

import dev.tollgate.model.api.BulkIssue;
import dev.tollgate.model.api.BulkRevoke;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.IssuedKeys;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.RevokedKeys;
import dev.tollgate.model.api.RotateKey;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.api.VisibleTool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Virtual keys, one by one and many together. */
public interface KeysApi {
    @GET
    @Path("/keys")
    Page<VirtualKey> keys(
            @QueryParam("q") @Nullable String search,
            @QueryParam("state") VirtualKey.@Nullable State state,
            @QueryParam("environment") @Nullable UUID environment,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("label") @Nullable String label,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/keys")
    IssuedKey createKey(@HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, NewKey key);

    @PUT
    @Path("/keys/{id}")
    VirtualKey replaceKey(@PathParam("id") String id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewKey key);

    @POST
    @Path("/keys/{id}/rotate")
    IssuedKey rotateKey(
            @PathParam("id") String id,
            @HeaderParam(TollgateApi.IF_MATCH) String ifMatch,
            @HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey,
            RotateKey rotation);

    @POST
    @Path("/keys/{id}/revoke")
    VirtualKey revokeKey(
            @PathParam("id") String id, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, RevokeKey revocation);

    @GET
    @Path("/keys/{id}/tools")
    List<VisibleTool> keyTools(@PathParam("id") String id);

    @GET
    @Path("/keys/{id}")
    VirtualKey key(@PathParam("id") String id);

    @POST
    @Path("/keys/bulk")
    IssuedKeys createKeys(@HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, BulkIssue keys);

    @POST
    @Path("/keys/bulk-revoke")
    RevokedKeys revokeKeys(@HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, BulkRevoke revocation);
}
