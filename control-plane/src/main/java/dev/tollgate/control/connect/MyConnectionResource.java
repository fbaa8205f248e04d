package dev.tollgate.control.connect;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.ConnectionClient;
import dev.tollgate.model.api.ConnectionDeparture;
import dev.tollgate.model.api.Disconnected;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.Page;
import io.quarkus.security.Authenticated;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's own connections to servers over HTTP; whatever role they have. */
@Path("/me/connections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
@Authenticated
public class MyConnectionResource {
    private final Connections connections;
    private final Departures departures;
    private final Posts posts;

    MyConnectionResource(Connections connections, Departures departures, Posts posts) {
        this.connections = connections;
        this.departures = departures;
        this.posts = posts;
    }

    @GET
    @Operation(
            operationId = "listMyConnections",
            summary = "Servers that want an account of each person, and the asker's connections to them")
    public Page<Connection> list(@BeanParam PageParams page) {
        return connections.ofCaller(page.toRequest());
    }

    @GET
    @Path("/{server}")
    @Operation(operationId = "getMyConnection", summary = "The asker's connection to one server")
    public Connection get(@PathParam("server") UUID server) {
        return connections.ofCaller(server);
    }

    @DELETE
    @Path("/{server}")
    @Operation(
            operationId = "deleteMyConnection",
            summary = "Disconnects the asker: forgets headers that they gave, has tokens revoked at the provider",
            description = "A provider that does not answer keeps nobody connected; the answer says whether it knows.")
    public Disconnected end(@PathParam("server") UUID server) {
        return connections.endOwn(server);
    }

    @POST
    @Path("/{server}/departure")
    @Operation(
            operationId = "departToProvider",
            summary =
                    "Where the asker's browser is sent to connect them, and what proves that it is the one that returns")
    @APIResponseSchema(value = ConnectionDeparture.class, responseCode = "200")
    public Response depart(@PathParam("server") UUID server, NewDeparture body) {
        NewDeparture wanted = Body.required(body);
        return posts.onceApart(
                wanted, () -> Answer.done(departures.ofCaller(server, wanted)).withSecret());
    }

    @POST
    @Path("/{server}/renewal")
    @Operation(operationId = "renewMyConnection", summary = "Asks the provider for a new access token now")
    @APIResponse(responseCode = "202", description = "Asked; the connection's token follows")
    public Response renew(@PathParam("server") UUID server) {
        return posts.once(null, () -> {
            connections.renewOwn(server);
            return Answer.accepted();
        });
    }

    @POST
    @Path("/{server}/clients/allow")
    @Operation(
            operationId = "allowConnectionClient",
            summary = "Lets a client use the asker's connection",
            description = "An OAuth client by its id, or a virtual key of the asker's by the key's id.")
    @APIResponseSchema(value = Connection.class, responseCode = "200")
    public Response allow(@PathParam("server") UUID server, ConnectionClient body) {
        ConnectionClient wanted = Body.required(body);
        return posts.once(wanted, () -> Answer.done(connections.allow(server, wanted)));
    }

    @POST
    @Path("/{server}/clients/revoke")
    @Operation(operationId = "revokeConnectionClient", summary = "Lets a client use the asker's connection no more")
    @APIResponseSchema(value = Connection.class, responseCode = "200")
    public Response revoke(@PathParam("server") UUID server, ConnectionClient body) {
        ConnectionClient wanted = Body.required(body);
        return posts.once(wanted, () -> Answer.done(connections.takeBack(server, wanted)));
    }
}
