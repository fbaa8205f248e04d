package dev.tollgate.control.alert;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.model.api.NewAlertChannel;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WebhookSecret;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Channels of alerts over HTTP. */
@Path("/alert-channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@RolesAllowed({OWNER, ADMIN, FINANCE})
public class ChannelResource {
    private final ChannelService service;
    private final Posts posts;

    ChannelResource(ChannelService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @RolesAllowed({OWNER, ADMIN, FINANCE, AUDITOR})
    @Operation(operationId = "listAlertChannels", summary = "Where alerts go, by name")
    public Page<AlertChannel> list(@BeanParam PageParams page) {
        return service.list(page.toRequest());
    }

    @POST
    @Operation(
            operationId = "createAlertChannel",
            summary = "Makes a channel: a webhook or mail addresses",
            description = "A webhook's messages are signed as Standard Webhooks has it; ask for the secret next.")
    @APIResponseSchema(value = AlertChannel.class, responseCode = "201")
    public Response create(NewAlertChannel body) {
        return posts.once(body, () -> {
            AlertChannel created = service.create(Body.required(body));
            return Answer.created("/alert-channels/" + created.id(), created, created.version());
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, FINANCE, AUDITOR})
    @Operation(operationId = "getAlertChannel", summary = "One channel, without its secret")
    @APIResponseSchema(AlertChannel.class)
    public Response get(@PathParam("id") UUID id) {
        AlertChannel found = service.get(id);
        return Answer.ok(found, found.version()).toResponse();
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateAlertChannel", summary = "Changes a channel; its kind and secret stay")
    @APIResponseSchema(AlertChannel.class)
    public Response update(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewAlertChannel body) {
        AlertChannel updated = service.update(id, Body.required(body), Precondition.required(ifMatch));
        return Answer.ok(updated, updated.version()).toResponse();
    }

    @POST
    @Path("/{id}/secret")
    @Operation(
            operationId = "renewAlertChannelSecret",
            summary = "Gives a webhook another signing secret, answered once; the one before ends at once")
    @APIResponseSchema(value = WebhookSecret.class, responseCode = "200")
    public Response secret(@PathParam("id") UUID id) {
        return posts.once(null, () -> Answer.done(service.secret(id)).withSecret());
    }

    @POST
    @Path("/{id}/test")
    @Operation(
            operationId = "testAlertChannel",
            summary = "Sends a test alert on this channel alone",
            description = "What became of it stands in the alert a moment later.")
    @APIResponseSchema(value = Alert.class, responseCode = "200")
    public Response test(@PathParam("id") UUID id) {
        return posts.once(null, () -> Answer.done(service.test(id)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteAlertChannel", summary = "Deletes a channel; what waits for it is not sent")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }
}
