package dev.tollgate.model.condition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cel.common.values.NullValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A call's arguments as CEL knows values: a whole number that fits 64 bits is an int, any other number a double. A member
 * that occurs twice, or twice but for its case, is refused: the server might believe the one that no condition saw.
 */
public final class Arguments {
    /** Larger arguments are not looked into, and a condition on them fails: it is evaluated on an event loop. */
    public static final int BYTES_MAX = 65_536;

    private static final int DEPTH_MAX = 64;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private Arguments() {}

    /**
     * Reads a JSON object.
     *
     * @throws IllegalArgumentException if it is none, is larger than {@link #BYTES_MAX}, nested deeper than 64 or ambiguous
     */
    public static Map<String, Object> of(byte[] json) {
        if (json.length > BYTES_MAX) {
            throw new IllegalArgumentException("a condition looks into at most " + BYTES_MAX + " bytes of arguments");
        }
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root == null || !root.isObject()) {
                throw new IllegalArgumentException("arguments are an object");
            }
            return object(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("arguments are JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static Map<String, Object> object(JsonNode node) {
        Map<String, Object> members = new LinkedHashMap<>();
        Set<String> seen = HashSet.newHashSet(node.size());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!seen.add(member.getKey().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two members of the arguments differ in case only");
            }
            members.put(member.getKey(), value(member.getValue()));
        }
        return members;
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> object(node);
            case ARRAY -> array(node);
            case STRING, BINARY -> node.asText();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.canConvertToLong() && node.isIntegralNumber() ? node.longValue() : node.doubleValue();
            case NULL, MISSING -> NullValue.NULL_VALUE;
        };
    }

    private static List<Object> array(JsonNode node) {
        List<Object> elements = new ArrayList<>(node.size());
        node.forEach(element -> elements.add(value(element)));
        return elements;
    }
}
