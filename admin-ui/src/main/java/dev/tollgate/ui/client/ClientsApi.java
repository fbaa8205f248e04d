package dev.tollgate.ui.client;

import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.RevokeClient;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which clients act for whom. */
public interface ClientsApi {
    /** Everyone's; a page may be empty and yet have a next one. */
    @GET
    @Path("/clients")
    Page<ClientGrant> clients(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    /** Of whoever is signed in. */
    @GET
    @Path("/me/clients")
    List<ClientGrant> myClients();

    @POST
    @Path("/users/{id}/clients/revoke")
    void revokeClient(
            @PathParam("id") String user,
            @HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey,
            RevokeClient client);

    @POST
    @Path("/me/clients/revoke")
    void revokeMyClient(@HeaderParam(TollgateApi.IDEMPOTENCY_KEY) String idempotencyKey, RevokeClient client);
}
