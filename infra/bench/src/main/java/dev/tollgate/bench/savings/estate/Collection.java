package dev.tollgate.bench.savings.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.bench.savings.catalogue.Entity;
import dev.tollgate.bench.savings.catalogue.Field;
import dev.tollgate.bench.savings.catalogue.Field.Mark;
import dev.tollgate.bench.savings.catalogue.Operation;
import dev.tollgate.bench.savings.catalogue.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The records of one entity of one server, newest first. */
final class Collection {
    private static final int LIMIT = 25;
    private static final String NOW = Moments.TODAY + "T09:30:00Z";

    private final Server server;
    private final Entity entity;
    private final List<ObjectNode> records = new ArrayList<>();

    Collection(Server server, Entity entity, Records made) {
        this.server = server;
        this.entity = entity;
        for (int i = 0; i < entity.size(); i++) {
            records.add(made.record(entity, i));
        }
    }

    /** A page of those that match. */
    ObjectNode list(ObjectNode arguments) {
        List<String> words = List.of(
                arguments.path("query").asText().toLowerCase(Locale.ROOT).split(" "));
        List<ObjectNode> found = records.stream()
                .filter(record -> matches(record, arguments) && holds(record, words))
                .toList();
        int from = Math.min(found.size(), arguments.path("cursor").asInt(0));
        int to = Math.min(found.size(), from + arguments.path("limit").asInt(LIMIT));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (ObjectNode record : found.subList(from, to)) {
            answer.withArrayProperty(entity.plural()).add(inShort(record));
        }
        answer.withArrayProperty(entity.plural());
        answer.put("total", found.size());
        if (to < found.size()) {
            answer.put("next_cursor", Integer.toString(to));
        }
        return answer;
    }

    private boolean matches(ObjectNode record, ObjectNode arguments) {
        for (Field field : entity.fields()) {
            JsonNode value = record.path(field.name());
            if (field.is(Mark.FILTER)
                    && arguments.has(field.name())
                    && !value.asText().equals(arguments.get(field.name()).asText())) {
                return false;
            }
            if (field.is(Mark.RANGE) && !isWithin(value, arguments, field.range())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(JsonNode value, ObjectNode arguments, List<String> range) {
        JsonNode least = arguments.path(range.getFirst());
        JsonNode most = arguments.path(range.getLast());
        if (value.isNumber()) {
            return (least.isMissingNode() || value.asDouble() >= least.asDouble())
                    && (most.isMissingNode() || value.asDouble() <= most.asDouble());
        }
        return (least.isMissingNode() || value.asText().compareTo(least.asText()) >= 0)
                && (most.isMissingNode() || value.asText().compareTo(most.asText()) < 0);
    }

    private static boolean holds(ObjectNode record, List<String> words) {
        String text = record.toString().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    private ObjectNode inShort(ObjectNode record) {
        boolean inFull = !entity.operations().contains(Operation.GET);
        ObjectNode copy = record.deepCopy();
        if (!inFull) {
            entity.fields().stream().filter(field -> field.kind().isLong()).forEach(field -> copy.remove(field.name()));
        }
        return copy;
    }

    ObjectNode get(String id) throws ToolFailure {
        for (ObjectNode record : records) {
            if (record.path("id").asText().equals(id)) {
                return record;
            }
        }
        throw new ToolFailure("There is no " + entity.name() + " " + id + ", or you may not see it.");
    }

    ObjectNode create(ObjectNode arguments) {
        ObjectNode created =
                JsonNodeFactory.instance.objectNode().put("id", Records.id(server, entity.plural(), records.size()));
        created.setAll(arguments);
        records.add(created.put("created_at", NOW).put("updated_at", NOW));
        return created;
    }

    ObjectNode update(String id, ObjectNode arguments) throws ToolFailure {
        ObjectNode record = get(id);
        entity.fields().stream()
                .filter(field -> arguments.has(field.name()))
                .forEach(field -> record.set(field.name(), arguments.get(field.name())));
        return record.put("updated_at", NOW);
    }

    ObjectNode delete(String id) throws ToolFailure {
        records.remove(get(id));
        return JsonNodeFactory.instance.objectNode().put("deleted", true);
    }
}
