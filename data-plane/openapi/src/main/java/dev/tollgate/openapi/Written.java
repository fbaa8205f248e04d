package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.openapi.ApiParameter.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Values as the text of a path, query, header or cookie (OpenAPI 3.1, 4.8.12.2 and RFC 6570). Delimiters between values are
 * written as they are, except where a URL cannot hold them; in the values they are always encoded.
 */
final class Written {
    private Written() {}

    /** One segment, or a part of one. */
    static String inPath(ApiParameter parameter, JsonNode value) throws Unwritable {
        for (String text : scalars(parameter, value)) {
            boolean controls = text.chars().anyMatch(Character::isISOControl);
            if (controls || Percent.hasDotSegment(text)) {
                throw new Unwritable(parameter.argument(), "cannot stand in a path");
            }
        }
        String written = parameter.form() == Form.JSON
                ? Percent.encode(value.toString())
                : joined(parameter, value, ",", Percent::encode);
        if (written.isEmpty()) {
            throw new Unwritable(parameter.argument(), "is empty, which would lead to another path");
        }
        return written;
    }

    static List<String> inQuery(ApiParameter parameter, JsonNode value) throws Unwritable {
        UnaryOperator<String> encode = parameter.allowReserved() ? Percent::encodeReserved : Percent::encode;
        String name = Percent.encode(parameter.name());
        return switch (parameter.form()) {
            case JSON -> List.of(name + "=" + Percent.encode(value.toString()));
            case DEEP_OBJECT -> deep(parameter, name, value, encode);
            case FORM, SIMPLE -> delimited(parameter, name, value, ",", encode);
            case SPACE_DELIMITED -> delimited(parameter, name, value, "%20", encode);
            case PIPE_DELIMITED -> delimited(parameter, name, value, "%7C", encode);
        };
    }

    static String inHeader(ApiParameter parameter, JsonNode value) throws Unwritable {
        String text = parameter.form() == Form.JSON
                ? value.toString()
                : joined(parameter, value, ",", UnaryOperator.identity());
        if (!Percent.isHeaderValue(text)) {
            throw new Unwritable(parameter.argument(), "cannot stand in a header");
        }
        return text;
    }

    static String inCookie(ApiParameter parameter, JsonNode value) throws Unwritable {
        return parameter.name() + "="
                + (parameter.form() == Form.JSON
                        ? Percent.encode(value.toString())
                        : joined(parameter, value, "%2C", Percent::encode));
    }

    private static List<String> delimited(
            ApiParameter parameter, String name, JsonNode value, String delimiter, UnaryOperator<String> encode)
            throws Unwritable {
        List<String> pairs = new ArrayList<>();
        if (!parameter.explode() || !value.isContainerNode()) {
            return value.isArray() && value.isEmpty()
                    ? pairs
                    : List.of(name + "=" + joined(parameter, value, delimiter, encode));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            pairs.add(Percent.encode(member.getKey()) + "=" + encode.apply(scalar(parameter, member.getValue())));
        }
        if (value.isArray()) {
            for (JsonNode element : value) {
                pairs.add(name + "=" + encode.apply(scalar(parameter, element)));
            }
        }
        return pairs;
    }

    private static List<String> deep(ApiParameter parameter, String name, JsonNode value, UnaryOperator<String> encode)
            throws Unwritable {
        if (!value.isObject()) {
            throw new Unwritable(parameter.argument(), "is an object");
        }
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String key = name + "%5B" + Percent.encode(member.getKey()) + "%5D";
            pairs.add(key + "=" + encode.apply(scalar(parameter, member.getValue())));
        }
        return pairs;
    }

    private static String joined(ApiParameter parameter, JsonNode value, String delimiter, UnaryOperator<String> encode)
            throws Unwritable {
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                String text = encode.apply(scalar(parameter, member.getValue()));
                String key = encode.apply(member.getKey());
                parts.add(parameter.explode() ? key + "=" + text : key + delimiter + text);
            }
            return String.join(delimiter, parts);
        }
        for (String text : scalars(parameter, value)) {
            parts.add(encode.apply(text));
        }
        return String.join(delimiter, parts);
    }

    private static List<String> scalars(ApiParameter parameter, JsonNode value) throws Unwritable {
        if (parameter.form() == Form.JSON) {
            return List.of(value.toString());
        }
        if (!value.isContainerNode()) {
            return List.of(scalar(parameter, value));
        }
        List<String> all = new ArrayList<>();
        for (JsonNode each : value) {
            all.add(scalar(parameter, each));
        }
        return all;
    }

    private static String scalar(ApiParameter parameter, JsonNode value) throws Unwritable {
        if (value.isContainerNode()) {
            throw new Unwritable(
                    parameter.argument(), "holds a list or object where only a plain value can be written");
        }
        return value.isNull() ? "" : value.asText();
    }
}
