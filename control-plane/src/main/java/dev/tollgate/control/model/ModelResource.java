package dev.tollgate.control.model;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.ModelNaming;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.api.NewModelVersion;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WithdrawModelVersion;
import dev.tollgate.model.price.ModelVersion;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Models and what their tokens cost, over HTTP. */
@Path("/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
@RolesAllowed({OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER})
public class ModelResource {
    private final ModelService service;
    private final Posts posts;

    ModelResource(ModelService service, Posts posts) {
        this.service = service;
        this.posts = posts;
    }

    @GET
    @Operation(operationId = "listModels", summary = "The tenant's models, by name")
    public Page<Model> list(
            @BeanParam PageParams page,
            @Parameter(description = "A part of the name") @QueryParam("q") @Nullable String search) {
        return service.list(page.toRequest(), search);
    }

    @POST
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(
            operationId = "createModel",
            summary = "Sets what a model's provider takes for tokens; tokens are counted from the first model on")
    @APIResponseSchema(value = Model.class, responseCode = "201")
    public Response create(NewModel body) {
        return posts.once(body, () -> {
            Model created = service.create(Body.required(body));
            return Answer.created("/models/" + created.id(), created, created.version());
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getModel", summary = "One model")
    @APIResponseSchema(Model.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(service.get(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(
            operationId = "replaceModel",
            summary = "Gives a model another name or encoding, or makes it the standard one in the place of another")
    @APIResponseSchema(Model.class)
    public Response update(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ModelNaming body) {
        return answer(service.update(id, Body.required(body), Precondition.required(ifMatch)));
    }

    @GET
    @Path("/{id}/versions")
    @Operation(operationId = "listModelVersions", summary = "All versions of a model's rates, the first one first")
    public Page<ModelVersion> versions(@PathParam("id") UUID id, @BeanParam PageParams page) {
        return service.versions(id, page.toRequest());
    }

    @POST
    @Path("/{id}/versions")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(
            operationId = "addModelVersion",
            summary = "Gives a model other rates, now or from a later time on; calls that were made keep their cost")
    @APIResponseSchema(Model.class)
    public Response add(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewModelVersion body) {
        return answer(service.add(id, Body.required(body), Precondition.required(ifMatch)));
    }

    @POST
    @Path("/{id}/versions/withdraw")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(operationId = "withdrawModelVersion", summary = "Takes back rates that do not hold yet")
    @APIResponseSchema(Model.class)
    public Response withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, WithdrawModelVersion body) {
        return answer(service.withdraw(id, Body.required(body).number(), Precondition.required(ifMatch)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, FINANCE})
    @Operation(
            operationId = "deleteModel",
            summary = "Deletes a model; its tokens cost nothing from then on, and what they did cost stays explained")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Precondition.required(ifMatch));
    }

    private static Response answer(Model model) {
        return Answer.ok(model, model.version()).toResponse();
    }
}
