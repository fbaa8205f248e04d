package dev.tollgate.ui.client;

import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.NewServerTls;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.ServerTls;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** What servers know the tenant by; values are written and never read. */
public interface CredentialsApi {
    @GET
    @Path("/servers/{id}/credential")
    ServerCredential credential(@PathParam("id") UUID server);

    @PUT
    @Path("/servers/{id}/credential")
    ServerCredential replaceCredential(
            @PathParam("id") UUID server,
            @HeaderParam(TollgateApi.IF_MATCH) String ifMatch,
            NewServerCredential credential);

    @POST
    @Path("/servers/{id}/credential/renewal")
    void renewCredential(@PathParam("id") UUID server);

    @GET
    @Path("/servers/{id}/tls")
    ServerTls serverTls(@PathParam("id") UUID server);

    @PUT
    @Path("/servers/{id}/tls")
    ServerTls replaceServerTls(
            @PathParam("id") UUID server, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch, NewServerTls tls);

    @DELETE
    @Path("/servers/{id}/tls")
    void deleteServerTls(@PathParam("id") UUID server, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);

    @DELETE
    @Path("/servers/{id}/credential")
    void deleteCredential(@PathParam("id") UUID server, @HeaderParam(TollgateApi.IF_MATCH) String ifMatch);
}
