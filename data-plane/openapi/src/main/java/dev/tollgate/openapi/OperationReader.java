package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.openapi.ApiParameter.Place;
import dev.tollgate.openapi.ParameterReader.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes tools of operations, one after another, or says why not. */
final class OperationReader {
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}/]*)\\}");
    private static final int PATH_CHARS_MAX = 1_000;
    private static final int BODY_DESCRIPTION_CHARS_MAX = 1_000;

    private final Spec spec;
    private final Servers servers;
    private final ParameterReader parameters;
    private final ToolNames names = new ToolNames();

    OperationReader(Spec spec, Servers servers) {
        this.spec = spec;
        this.servers = servers;
        this.parameters = new ParameterReader(spec);
    }

    ApiTool read(Operation operation) throws LeftOut {
        check(operation);
        servers.check(operation.item());
        servers.check(operation.node());
        List<Found> found = parameters.read(operation);
        checkPath(operation.path(), found);
        @Nullable JsonBody body = JsonBody.of(spec, operation);
        List<String> arguments = ArgumentNames.of(found, body != null);
        Schemas schemas = new Schemas(spec, HiddenNames.Direction.REQUEST);
        ObjectNode inputSchema = inputSchema(found, arguments, body, schemas);
        List<ApiParameter> bound = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            bound.add(bound(found.get(i), arguments.get(i)));
        }
        String name = names.next(operation.node().path("operationId").asText(), operation.method(), operation.path());
        return new Definitions(spec, servers).tool(name, operation, bound, body, inputSchema);
    }

    private void check(Operation operation) throws LeftOut {
        if (operation.key().equals("*")) {
            spec.externals().check(operation.node().asText());
            throw new LeftOut("is a path that refers to another, which is not supported");
        }
        if (operation.key().equals("trace")) {
            throw new LeftOut("would have the service repeat what the gateway sends");
        }
        if (operation.path().length() > PATH_CHARS_MAX || !operation.path().startsWith("/")) {
            throw new LeftOut("has a path that does not begin with / or is longer than " + PATH_CHARS_MAX);
        }
        Faults.check(spec.faults(), operation);
    }

    private static void checkPath(String path, List<Found> found) throws LeftOut {
        Set<String> inPath = new HashSet<>();
        for (Matcher matcher = TEMPLATE.matcher(path); matcher.find(); ) {
            inPath.add(matcher.group(1));
        }
        Set<String> declared = new HashSet<>();
        found.stream().filter(each -> each.place() == Place.PATH).forEach(each -> declared.add(each.name()));
        if (!inPath.equals(declared)) {
            throw new LeftOut("has a path whose {} are not its path parameters");
        }
        String plain = TEMPLATE.matcher(path).replaceAll("x");
        if (!Percent.isPath(plain)) {
            throw new LeftOut("has a path that no URL can hold as it is");
        }
    }

    private static ObjectNode inputSchema(
            List<Found> found, List<String> arguments, @Nullable JsonBody body, Schemas schemas) throws LeftOut {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            properties.set(arguments.get(i), ParameterReader.schema(found.get(i), schemas));
            if (found.get(i).required()) {
                required.add(arguments.get(i));
            }
        }
        if (body != null) {
            properties.set(ArgumentNames.BODY, bodySchema(body, schemas));
            if (body.required()) {
                required.add(ArgumentNames.BODY);
            }
        }
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        schema.put("additionalProperties", false);
        ObjectNode definitions = schemas.definitions();
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return schema;
    }

    private static JsonNode bodySchema(JsonBody body, Schemas schemas) throws LeftOut {
        JsonNode schema = schemas.translate(body.schema());
        if (schema instanceof ObjectNode object
                && !object.has("description")
                && !body.description().isEmpty()) {
            object.put("description", Texts.cut(body.description(), BODY_DESCRIPTION_CHARS_MAX));
        }
        return schema;
    }

    private static ApiParameter bound(Found found, String argument) {
        return new ApiParameter(
                found.name(),
                argument,
                found.place(),
                found.form(),
                found.explode(),
                found.required(),
                found.node().path("allowReserved").asBoolean());
    }
}
