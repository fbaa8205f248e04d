package dev.tollgate.control.connect;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;

import dev.tollgate.control.credential.OauthCredentials;
import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.ConnectionDeparture;
import dev.tollgate.model.api.Disconnected;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.OauthPreview;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.RevokeConnection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Connections to a server as its admins make, see and end them, over HTTP; never a token. */
@Path("/servers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN})
public class ServerConnectionResource {
    private final Connections connections;
    private final Departures departures;
    private final OauthCredentials credentials;
    private final Posts posts;

    ServerConnectionResource(
            Connections connections, Departures departures, OauthCredentials credentials, Posts posts) {
        this.connections = connections;
        this.departures = departures;
        this.credentials = credentials;
        this.posts = posts;
    }

    @POST
    @Path("/credential/preview")
    @Operation(
            operationId = "previewServerCredential",
            summary = "Who lets in to a server, and how Tollgate would be known there; keeps and registers nothing")
    @APIResponseSchema(value = OauthPreview.class, responseCode = "200")
    public Response preview(@PathParam("id") UUID id, NewOauthCredential body) {
        NewOauthCredential wanted = Body.required(body);
        return posts.onceApart(wanted, () -> Answer.done(credentials.preview(id, wanted)));
    }

    @POST
    @Path("/connection/departure")
    @Operation(
            operationId = "departForTenant",
            summary =
                    "Where an admin's browser is sent to connect the tenant, and what proves that it is the one that returns")
    @APIResponseSchema(value = ConnectionDeparture.class, responseCode = "200")
    public Response depart(@PathParam("id") UUID id, NewDeparture body) {
        NewDeparture wanted = Body.required(body);
        return posts.onceApart(
                wanted, () -> Answer.done(departures.ofTenant(id, wanted)).withSecret());
    }

    @DELETE
    @Path("/connection")
    @Operation(
            operationId = "deleteServerConnection",
            summary = "Disconnects the tenant from a server, and has the tokens revoked at the provider")
    public Disconnected endTenants(@PathParam("id") UUID id) {
        return connections.endTenants(id);
    }

    @GET
    @Path("/connections")
    @Operation(operationId = "listServerConnections", summary = "Who is connected to a server, and how that does")
    public Page<ConnectedPerson> list(@PathParam("id") UUID id, @BeanParam PageParams page) {
        return connections.of(id, page.toRequest());
    }

    @POST
    @Path("/connections/revoke")
    @Operation(
            operationId = "revokeServerConnection",
            summary =
                    "Disconnects somebody from a server: forgets headers that they gave, has tokens revoked at the provider")
    @APIResponseSchema(value = Disconnected.class, responseCode = "200")
    public Response end(@PathParam("id") UUID id, RevokeConnection body) {
        RevokeConnection wanted = Body.required(body);
        return posts.onceApart(wanted, () -> Answer.done(connections.end(id, wanted.user())));
    }
}
