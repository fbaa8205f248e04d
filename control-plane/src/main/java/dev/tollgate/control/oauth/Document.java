package dev.tollgate.control.oauth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object of somebody else's, read member by member; a member of another type than it should have is not taken. */
record Document(JsonNode members) {
    private static final int DEPTH_MAX = 20;
    private static final int LIST_MAX = 500;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .build();

    /**
     * @throws IllegalArgumentException if it is none
     */
    static Document of(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read instanceof ObjectNode) {
                return new Document(read);
            }
        } catch (IOException _) {
            // Its message may repeat what was read.
            throw new IllegalArgumentException("answers no JSON object");
        }
        throw new IllegalArgumentException("answers no JSON object");
    }

    static byte[] write(Map<String, ?> members) {
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and lists can be written", e);
        }
    }

    @Nullable
    String text(String name) {
        JsonNode value = members.path(name);
        return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
    }

    /** Null if it is not there. */
    @Nullable
    URI address(String name) {
        @Nullable String text = text(name);
        try {
            return text == null ? null : URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("names no usable " + name + " in its document", e);
        }
    }

    /** Null if it is not there; what is no text in it is left out. */
    @Nullable
    Set<String> texts(String name) {
        JsonNode list = members.path(name);
        if (!list.isArray()) {
            return null;
        }
        if (list.size() > LIST_MAX) {
            throw new IllegalArgumentException("has more than " + LIST_MAX + " " + name + " in its document");
        }
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(each -> {
            if (each.isTextual()) {
                texts.add(each.textValue());
            }
        });
        return texts;
    }

    boolean flag(String name) {
        return members.path(name).asBoolean(false);
    }

    /** A whole number, also where it is written as text; null if it is none. */
    @Nullable
    Long number(String name) {
        JsonNode value = members.path(name);
        if (value.canConvertToLong()) {
            return value.longValue();
        }
        boolean digits = value.isTextual() && value.textValue().matches("[0-9]{1,15}");
        return digits ? Long.valueOf(value.textValue()) : null;
    }
}
