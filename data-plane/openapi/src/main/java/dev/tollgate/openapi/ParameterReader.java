package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.openapi.ApiParameter.Form;
import dev.tollgate.openapi.ApiParameter.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of an operation, its path's among them. */
final class ParameterReader {
    /** Marks what has no equal in version 3, with the word that version 2 has for it. */
    static final String UNCONVERTED = "x-tollgate-unconverted";

    static final int PARAMETERS_MAX = 100;
    private static final int NAME_CHARS_MAX = 200;
    /** The specification has these three ignored: they stand for what is said elsewhere. */
    private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");
    /** These are the connection's or the gateway's own. */
    private static final Set<String> OWN = Set.of(
            "host",
            "connection",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "keep-alive",
            "cookie",
            "user-agent",
            "traceparent",
            "tracestate",
            "accept-encoding");

    private static final Map<String, Form> FORMS = Map.of(
            "simple", Form.SIMPLE,
            "form", Form.FORM,
            "spaceDelimited", Form.SPACE_DELIMITED,
            "pipeDelimited", Form.PIPE_DELIMITED,
            "deepObject", Form.DEEP_OBJECT);

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final Spec spec;

    ParameterReader(Spec spec) {
        this.spec = spec;
    }

    /** A parameter as read, before it has an argument's name. */
    record Found(String name, Place place, Form form, boolean explode, boolean required, JsonNode node) {}

    List<Found> read(Operation operation) throws LeftOut {
        Map<String, Found> found = new LinkedHashMap<>();
        gather(operation.item().path("parameters"), found);
        Map<String, Found> own = new LinkedHashMap<>();
        gather(operation.node().path("parameters"), own);
        found.putAll(own);
        if (found.size() > PARAMETERS_MAX) {
            throw new LeftOut("has more than " + PARAMETERS_MAX + " parameters");
        }
        return new ArrayList<>(found.values());
    }

    private void gather(JsonNode parameters, Map<String, Found> to) throws LeftOut {
        for (JsonNode each : parameters) {
            JsonNode node = spec.resolved(each);
            String in = node.path("in").asText();
            String name = node.path("name").asText();
            if (name.isEmpty() || name.length() > NAME_CHARS_MAX) {
                throw new LeftOut("has a parameter whose name is empty or longer than " + NAME_CHARS_MAX);
            }
            if (in.equals("header") && isDropped(name, node)) {
                continue;
            }
            if (to.put(in + " " + name, read(name, in, node)) != null) {
                throw new LeftOut("has the " + in + " parameter " + Texts.cut(name, 50) + " twice");
            }
        }
    }

    private static boolean isDropped(String name, JsonNode node) throws LeftOut {
        String lower = name.toLowerCase(Locale.ROOT);
        if (IGNORED.contains(lower)) {
            return true;
        }
        boolean own = OWN.contains(lower) || lower.startsWith("proxy-") || lower.startsWith("sec-");
        if (own && node.path("required").asBoolean()) {
            throw new LeftOut("needs the header " + name + ", which the gateway sets itself");
        }
        return own;
    }

    private Found read(String name, String in, JsonNode node) throws LeftOut {
        Place place = switch (in) {
            case "path" -> Place.PATH;
            case "query" -> Place.QUERY;
            case "header" -> Place.HEADER;
            case "cookie" -> Place.COOKIE;
            default -> throw new LeftOut("has a parameter in \"" + Texts.cut(in, 30) + "\", which is no place for one");
        };
        if ((place == Place.HEADER || place == Place.COOKIE)
                && !TOKEN.matcher(name).matches()) {
            throw new LeftOut("has a " + in + " parameter whose name no request can carry");
        }
        if (node.has(UNCONVERTED)) {
            throw new LeftOut("has the parameter " + name + " with an unsupported collection format, "
                    + node.path(UNCONVERTED).asText());
        }
        Form form = form(name, place, node);
        boolean explode = node.path("explode").asBoolean(form == Form.FORM);
        if (place == Place.COOKIE && form == Form.FORM && explode && isComposite(node)) {
            throw new LeftOut("has the cookie parameter " + name + " with an array or object in several cookies");
        }
        boolean required = place == Place.PATH || node.path("required").asBoolean();
        return new Found(name, place, form, explode, required, node);
    }

    private boolean isComposite(JsonNode node) throws LeftOut {
        String type = spec.resolved(node.path("schema")).path("type").asText();
        return type.equals("array") || type.equals("object");
    }

    private static Form form(String name, Place place, JsonNode node) throws LeftOut {
        JsonNode content = node.path("content");
        if (!content.isEmpty()) {
            String type = content.fieldNames().next();
            if (!MediaTypes.isJson(type)) {
                throw new LeftOut("has the parameter " + name + " as " + Texts.cut(type, 60) + ", not JSON");
            }
            return Form.JSON;
        }
        boolean query = place == Place.QUERY;
        boolean inForm = query || place == Place.COOKIE;
        String style = node.path("style").asText(inForm ? "form" : "simple");
        Form form = FORMS.get(style);
        boolean fits = form == Form.SIMPLE ? !inForm : form == Form.FORM ? inForm : query;
        if (form == null || !fits) {
            throw new LeftOut("has the parameter " + name + " with the unsupported style " + Texts.cut(style, 30));
        }
        return form;
    }

    /** Its schema, described as the parameter is. */
    static JsonNode schema(Found found, Schemas schemas) throws LeftOut {
        JsonNode node = found.node();
        JsonNode schema = found.form() == Form.JSON
                ? node.path("content").elements().next().path("schema")
                : node.path("schema");
        JsonNode translated =
                schema.isMissingNode() ? JsonNodeFactory.instance.objectNode() : schemas.translate(schema);
        if (translated instanceof ObjectNode object) {
            if (node.path("description").isTextual()) {
                object.set("description", node.get("description"));
            }
            if (node.path("deprecated").asBoolean()) {
                object.put("deprecated", true);
            }
        }
        return translated;
    }
}
