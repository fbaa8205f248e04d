package dev.tollgate.control.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchOpType;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of a resource (RFC 7644, 3.5.2), also in the forms that Okta and Entra ID give them. */
final class Patches {
    static final int OPERATIONS_MAX = 1_000;
    private static final int PATH_CHARS_MAX = 500;
    private static final Set<String> CORE = Set.of(Scim.USER, Scim.GROUP);

    private Patches() {}

    /** One step. */
    record Step(PatchOpType type, Path path, JsonNode value) {}

    static List<Step> read(ObjectNode body) {
        JsonNode operations = body.path("Operations");
        if (!operations.isArray() || operations.isEmpty()) {
            throw Scim.fault("invalidSyntax", "Operations must be given.");
        }
        if (operations.size() > OPERATIONS_MAX) {
            throw Scim.fault("tooMany", "There are at most " + OPERATIONS_MAX + " operations.");
        }
        List<Step> steps = new ArrayList<>();
        try {
            for (JsonNode operation : operations) {
                add(steps, operation);
            }
        } catch (ScimException e) {
            throw Scim.refused(e);
        }
        return steps;
    }

    private static void add(List<Step> steps, JsonNode operation) throws ScimException {
        PatchOpType type = type(operation.path("op").asText());
        @Nullable
        String path =
                operation.path("path").isTextual() ? operation.path("path").asText() : null;
        JsonNode value = operation.path("value");
        if (path != null && !path.isBlank()) {
            steps.add(new Step(type, path(path), value));
            return;
        }
        if (!value.isObject()) {
            throw BadRequestException.noTarget("An operation without a path has an object as value.");
        }
        // Entra ID names attributes of attributes in the object: {"name.givenName": "Ada"}.
        for (Map.Entry<String, JsonNode> part : value.properties()) {
            steps.add(new Step(type, path(part.getKey()), part.getValue()));
        }
    }

    private static Path path(String text) throws ScimException {
        if (text.length() > PATH_CHARS_MAX) {
            throw BadRequestException.invalidPath("A path has at most " + PATH_CHARS_MAX + " characters.");
        }
        return Path.fromString(text);
    }

    private static PatchOpType type(String text) throws ScimException {
        for (PatchOpType type : PatchOpType.values()) {
            if (type.name().equalsIgnoreCase(text)) {
                return type;
            }
        }
        throw BadRequestException.invalidSyntax("An operation is add, remove or replace.");
    }

    /** The resource with all steps taken; what it was given stays as it is. */
    static ObjectNode apply(ObjectNode resource, List<Step> steps) {
        try {
            ObjectNode changed = (ObjectNode) JsonUtils.getObjectReader().readTree(resource.toString());
            for (Step step : steps) {
                take(changed, step);
            }
            return changed;
        } catch (ScimException e) {
            throw Scim.refused(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private static void take(ObjectNode resource, Step step) throws ScimException {
        Path path = step.path();
        if (path.getSchemaUrn() != null && !CORE.contains(path.getSchemaUrn())) {
            // An extension's attribute: none is kept here.
            return;
        }
        if (path.isRoot()) {
            throw BadRequestException.invalidPath("A path names an attribute.");
        }
        if (step.type() == PatchOpType.REMOVE) {
            remove(resource, path, step.value());
            return;
        }
        if (step.value().isMissingNode()) {
            throw BadRequestException.invalidSyntax("The value is missing.");
        }
        // Entra ID adds or replaces an address of a type whether the person has one of the type or not.
        PatchOpType type = path.getElement(0).getValueFilter() == null ? step.type() : PatchOpType.REPLACE;
        try {
            PatchOperation.create(type, path, step.value()).apply(resource);
        } catch (BadRequestException e) {
            if (type != PatchOpType.REPLACE
                    || !BadRequestException.NO_TARGET.equals(e.getScimError().getScimType())) {
                throw e;
            }
            PatchOperation.create(PatchOpType.ADD, path, step.value()).apply(resource);
        }
    }

    /** Entra ID lists what it removes as a value, where the protocol has a filter in the path. */
    private static void remove(ObjectNode resource, Path path, JsonNode listed) throws ScimException {
        String attribute = path.getElement(0).getAttribute();
        if (!listed.isArray() || path.size() > 1 || !(resource.path(attribute) instanceof ArrayNode known)) {
            PatchOperation.remove(path).apply(resource);
            return;
        }
        Set<String> gone = new HashSet<>(listed.findValuesAsText("value"));
        ArrayNode left = known.arrayNode();
        known.forEach(element -> {
            if (!gone.contains(element.path("value").asText())) {
                left.add(element);
            }
        });
        resource.set(attribute, left);
    }
}
