package dev.tollgate.control.connect;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.model.api.ConnectionMade;
import dev.tollgate.model.api.ConnectionReturn;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Returns from providers over HTTP, as whoever began. */
@Path("/connections/returns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
@Authenticated
public class ReturnResource {
    private final Returns returns;
    private final Posts posts;

    ReturnResource(Returns returns, Posts posts) {
        this.returns = returns;
        this.posts = posts;
    }

    @POST
    @Operation(
            operationId = "finishConnection",
            summary = "Finishes what a departure began, as the person and in the session that began it",
            description = "It is used up by the first attempt, whoever makes it.")
    @APIResponseSchema(value = ConnectionMade.class, responseCode = "200")
    public Response finish(ConnectionReturn body) {
        ConnectionReturn returned = Body.required(body);
        return posts.onceApart(returned, () -> Answer.done(returns.finish(returned)));
    }
}
