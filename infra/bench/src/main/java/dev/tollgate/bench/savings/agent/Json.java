package dev.tollgate.bench.savings.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** JSON in few words, for plans. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An object of names and values in turns. */
    public static ObjectNode of(Object... namesAndValues) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set(namesAndValues[i].toString(), MAPPER.valueToTree(namesAndValues[i + 1]));
        }
        return object;
    }

    /** Any data as JSON. */
    public static JsonNode tree(Object data) {
        return MAPPER.valueToTree(data);
    }

    static JsonNode read(String text) throws PlanFailed {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new PlanFailed("an answer is no JSON: " + text, e);
        }
    }

    /** The members of a list. */
    public static List<JsonNode> each(JsonNode list) {
        List<JsonNode> members = new ArrayList<>();
        list.forEach(members::add);
        return members;
    }

    public static List<JsonNode> each(JsonNode list, Predicate<JsonNode> wanted) {
        return each(list).stream().filter(wanted).toList();
    }

    /** The text of a member. */
    public static String text(JsonNode object, String name) {
        return object.path(name).asText();
    }

    /** Those with the greatest number first, and of equals those whose name is first. */
    public static <T> List<T> greatest(List<T> items, ToLongFunction<T> number, Function<T, String> name) {
        return items.stream()
                .sorted(Comparator.comparingLong(number).reversed().thenComparing(name))
                .toList();
    }
}
