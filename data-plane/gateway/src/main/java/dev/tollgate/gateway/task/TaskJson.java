package dev.tollgate.gateway.task;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks as JSON: what is changed in them on their way, and all else byte for byte. Every array is a JSON object's text. */
public final class TaskJson {
    /** The member of {@code _meta} by which the legacy era says what a message is about. */
    public static final String RELATED = "io.modelcontextprotocol/related-task";

    private static final Members.Wanted ID = Members.Wanted.of("taskId");
    private static final Members.Wanted STATUS = Members.Wanted.of("status");
    private static final Members.Wanted TASK = Members.Wanted.of("task");
    private static final Members.Wanted META = Members.Wanted.of("_meta");
    private static final Members.Wanted OF_META = Members.Wanted.of(RELATED);

    private TaskJson() {}

    /** The {@code taskId}; null if it has none that is a string. */
    public static @Nullable String id(byte[] json) throws MalformedJson {
        return string(json, ID);
    }

    /** The {@code status}; null if it has none that is a string. */
    public static @Nullable String status(byte[] json) throws MalformedJson {
        return string(json, STATUS);
    }

    private static @Nullable String string(byte[] json, Members.Wanted wanted) throws MalformedJson {
        Span at = Members.read(new JsonReader(json), wanted).get(0);
        return at == null || json[at.start()] != '"' ? null : JsonText.string(json, at);
    }

    /** The object that is its {@code task} member, as a legacy call's result has it; null if there is none. */
    public static byte @Nullable [] nested(byte[] json) throws MalformedJson {
        Span at = Members.read(new JsonReader(json), TASK).get(0);
        return at == null || json[at.start()] != '{' ? null : at.of(json);
    }

    /** With another task in the place of its {@code task} member. */
    public static byte[] withNested(byte[] json, byte[] task) throws MalformedJson {
        Span at = Members.read(new JsonReader(json), TASK).get(0);
        return at == null ? json : replaced(json, at, task);
    }

    /** With another {@code taskId} in the place of its own. */
    public static byte[] withId(byte[] json, String id) throws MalformedJson {
        Span at = Members.read(new JsonReader(json), ID).get(0);
        return at == null ? json : replaced(json, at, JsonText.quote(id));
    }

    /** Saying that it is about the one task where it says that it is about the other. */
    public static byte[] related(byte[] json, String from, String to) throws MalformedJson {
        Span related = related(json);
        Span at = related == null ? null : Members.read(json, related, ID).get(0);
        return at != null && json[at.start()] == '"' && from.equals(JsonText.string(json, at))
                ? replaced(json, at, JsonText.quote(to))
                : json;
    }

    /** Without a word on which task it is about. */
    public static byte[] unrelated(byte[] json) throws MalformedJson {
        Span meta = Members.read(new JsonReader(json), META).get(0);
        return meta == null || json[meta.start()] != '{' ? json : replaced(json, meta, without(meta.of(json), RELATED));
    }

    private static @Nullable Span related(byte[] json) throws MalformedJson {
        Span meta = Members.read(new JsonReader(json), META).get(0);
        Span related = meta == null || json[meta.start()] != '{'
                ? null
                : Members.read(json, meta, OF_META).get(0);
        return related == null || json[related.start()] != '{' ? null : related;
    }

    /** Without a member. */
    public static byte[] without(byte[] json, String member) throws MalformedJson {
        byte[] name = member.getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(json);
        reader.enterObject();
        while (reader.nextMember()) {
            int start = reader.keyPosition();
            boolean found = reader.keyIs(name);
            Span value = reader.valueSpan();
            if (found) {
                return new JsonEdit(json, new Span(0, json.length))
                        .leaveOut(start, value)
                        .apply()
                        .toBytes();
            }
        }
        return json;
    }

    /** With more members in front. */
    public static byte[] with(byte[] json, String members) throws MalformedJson {
        JsonReader reader = new JsonReader(json);
        reader.enterObject();
        int inside = reader.position();
        JsonBytes out =
                new JsonBytes(json.length + members.length() + 1).append('{').raw(members);
        return (reader.nextMember() ? out.append(',') : out)
                .append(json, inside, json.length)
                .toBytes();
    }

    /**
     * The members of a legacy task as the modern era names them, its id and what is left out aside.
     *
     * @param but members that the caller says itself
     */
    public static byte[] modernMembers(byte[] task, String id, Set<String> but) throws MalformedJson {
        JsonBytes out =
                new JsonBytes(task.length + id.length() + 32).raw("\"taskId\":").quoted(id);
        JsonReader reader = new JsonReader(task);
        reader.enterObject();
        while (reader.nextMember()) {
            String key = reader.key();
            Span value = reader.valueSpan();
            if (!key.equals("taskId") && !but.contains(key)) {
                out.append(',').quoted(modernName(key)).append(':').append(task, value);
            }
        }
        return out.toBytes();
    }

    private static String modernName(String key) {
        return switch (key) {
            case "ttl" -> "ttlMs";
            case "pollInterval" -> "pollIntervalMs";
            default -> key;
        };
    }

    private static byte[] replaced(byte[] json, Span at, byte[] by) {
        return new JsonEdit(json, new Span(0, json.length))
                .replace(at, by)
                .apply()
                .toBytes();
    }
}
