package dev.tollgate.ui.client;

import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.ConnectionClient;
import dev.tollgate.model.api.ConnectionDeparture;
import dev.tollgate.model.api.ConnectionMade;
import dev.tollgate.model.api.ConnectionReturn;
import dev.tollgate.model.api.Disconnected;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewPersonHeaders;
import dev.tollgate.model.api.OauthPreview;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.PersonHeaders;
import dev.tollgate.model.api.RevokeConnection;
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

/** Connections of people, and of the tenant, to servers; tokens are never read. */
public interface ConnectionsApi {
    @GET
    @Path("/me/connections")
    Page<Connection> connections(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/me/connections/{server}")
    Connection connection(@PathParam("server") UUID server);

    @DELETE
    @Path("/me/connections/{server}")
    Disconnected disconnect(@PathParam("server") UUID server);

    /** Its binding stays in the session of whoever asked. */
    @POST
    @Path("/me/connections/{server}/departure")
    ConnectionDeparture depart(@PathParam("server") UUID server, NewDeparture wanted);

    @POST
    @Path("/me/connections/{server}/renewal")
    void renewConnection(@PathParam("server") UUID server);

    @POST
    @Path("/me/connections/{server}/clients/allow")
    Connection allowClient(@PathParam("server") UUID server, ConnectionClient client);

    @POST
    @Path("/me/connections/{server}/clients/revoke")
    Connection takeClientBack(@PathParam("server") UUID server, ConnectionClient client);

    /** Which headers the server asks each person for, and which the asker has given; never a value. */
    @GET
    @Path("/me/connections/{server}/headers")
    PersonHeaders ownHeaders(@PathParam("server") UUID server);

    @PUT
    @Path("/me/connections/{server}/headers")
    PersonHeaders giveOwnHeaders(
            @PathParam("server") UUID server,
            @HeaderParam(TollgateApi.IF_MATCH) String ifMatch,
            NewPersonHeaders headers);

    @POST
    @Path("/connections/returns")
    ConnectionMade finishConnection(ConnectionReturn returned);

    @POST
    @Path("/servers/{id}/credential/preview")
    OauthPreview previewCredential(@PathParam("id") UUID server, NewOauthCredential wanted);

    /** Its binding stays in the session of whoever asked. */
    @POST
    @Path("/servers/{id}/connection/departure")
    ConnectionDeparture departForTenant(@PathParam("id") UUID server, NewDeparture wanted);

    @DELETE
    @Path("/servers/{id}/connection")
    Disconnected disconnectTenant(@PathParam("id") UUID server);

    @GET
    @Path("/servers/{id}/connections")
    Page<ConnectedPerson> serverConnections(
            @PathParam("id") UUID server,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/servers/{id}/connections/revoke")
    Disconnected disconnectPerson(@PathParam("id") UUID server, RevokeConnection person);
}
