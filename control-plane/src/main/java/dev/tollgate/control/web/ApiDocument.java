package dev.tollgate.control.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to the OpenAPI document what holds for all operations: problems, ETags, preconditions, Idempotency-Key. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
@OpenAPIDefinition(info = @Info(title = "Tollgate control plane", version = "v1"))
public final class ApiDocument implements OASFilter {
    private static final String IF_MATCH = "If-Match";
    /** A POST for the size of what it asks about; it writes nothing. */
    private static final String PREVIEW = "previewOpenApi";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        ApiSchemas.correct(document.getComponents());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        problem(responses, "401", "No valid access token");
        problem(responses, "403", "The caller's roles do not allow it, or no tenant is theirs");
        if (path.contains("{")) {
            problem(responses, "404", "There is no such resource in the caller's tenant");
        }
        boolean asks = operation.getRequestBody() != null
                || parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
        if (asks) {
            problem(responses, "400", "The request cannot be read");
            problem(responses, "422", "Fields are not acceptable; each is named under errors");
        }
        if (operation.getRequestBody() != null) {
            problem(responses, "413", "The body is longer than bodies may be");
        }
        if (PREVIEW.equals(operation.getOperationId())) {
            problem(responses, "503", "As many documents are being read as may be at once");
            return;
        }
        if (method != PathItem.HttpMethod.GET) {
            problem(responses, "409", "A name is taken, the resource is in use, or its state does not allow it");
            tellRevision(responses);
        }
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(idempotencyKey());
        }
        parameters.stream()
                .filter(parameter -> IF_MATCH.equals(parameter.getName()))
                .forEach(parameter -> precondition(parameter, operation));
    }

    private static void tellRevision(APIResponses responses) {
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(
                        Answer.REVISION,
                        OASFactory.createHeader()
                                .description("The tenant's revision after the write, for GET /revisions/{revision}")
                                .schema(OASFactory.createSchema().type(List.of(SchemaType.INTEGER))));
            }
        });
    }

    private static void precondition(Parameter parameter, Operation operation) {
        boolean needed = !"syncServer".equals(operation.getOperationId());
        parameter
                .description("The ETag that was last seen, or * to act on any version")
                .required(needed);
        problem(operation.getResponses(), "412", "The resource has changed since the version in If-Match");
        if (needed) {
            problem(operation.getResponses(), "428", "If-Match is missing");
        }
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name("Idempotency-Key")
                .description("The same key with the same request is carried out once and answered as the first time")
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .minLength(1)
                        .maxLength(128));
    }

    private static void problem(APIResponses responses, String status, String description) {
        MediaType media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        responses.addAPIResponse(
                status,
                OASFactory.createAPIResponse()
                        .description(description)
                        .content(OASFactory.createContent().addMediaType(ProblemAnswer.MEDIA_TYPE, media)));
    }
}
