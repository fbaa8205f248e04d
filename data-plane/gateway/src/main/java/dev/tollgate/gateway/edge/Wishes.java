package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.Wanted;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agent wants to hear of outside its calls.
 *
 * @param resourceUris whose changes
 * @param taskIds whose changes, as the agent knows them
 */
record Wishes(boolean tools, boolean prompts, boolean resources, Set<String> resourceUris, Set<String> taskIds) {
    /** Of one stream. */
    static final int URIS_MAX = Wanted.RESOURCE_URIS_MAX;

    /** What a legacy client hears without asking. */
    static final Wishes ALL_LISTS = new Wishes(true, true, true, Set.of(), Set.of());

    private static final Members.Wanted PARAMS = Members.Wanted.of("notifications");
    private static final Members.Wanted FILTER = Members.Wanted.of(
            "toolsListChanged", "promptsListChanged", "resourcesListChanged", "resourceSubscriptions", "taskIds");

    Wishes {
        resourceUris = Set.copyOf(resourceUris);
        taskIds = Set.copyOf(taskIds);
    }

    /** The same with no other tasks than these. */
    Wishes about(Set<String> tasks) {
        return new Wishes(tools, prompts, resources, resourceUris, tasks);
    }

    /** The same lists and tasks, and these resources in place of those before. */
    Wishes with(Set<String> uris) {
        return new Wishes(tools, prompts, resources, uris, taskIds);
    }

    /** What the params of {@code subscriptions/listen} ask for; null if they are none. */
    static @Nullable Wishes of(RpcMessage message) throws MalformedJson {
        byte[] bytes = message.bytes();
        Span params = message.params();
        Span filter =
                params == null ? null : Members.read(bytes, params, PARAMS).get(0);
        if (filter == null || !message.isObject(filter)) {
            return null;
        }
        Members members = Members.read(bytes, filter, FILTER);
        Set<String> uris = strings(bytes, members.get(3), URIS_MAX);
        Set<String> tasks = strings(bytes, members.get(4), WishedTasks.IDS_MAX);
        return uris == null || tasks == null
                ? null
                : new Wishes(
                        isTrue(bytes, members.get(0)),
                        isTrue(bytes, members.get(1)),
                        isTrue(bytes, members.get(2)),
                        uris,
                        tasks);
    }

    private static boolean isTrue(byte[] bytes, @Nullable Span value) {
        return value != null && bytes[value.start()] == 't';
    }

    private static @Nullable Set<String> strings(byte[] bytes, @Nullable Span array, int max) throws MalformedJson {
        Set<String> strings = new LinkedHashSet<>();
        if (array == null) {
            return strings;
        }
        if (bytes[array.start()] != '[') {
            return null;
        }
        JsonReader reader = new JsonReader(bytes, array.start(), array.end());
        reader.enterArray();
        while (reader.nextElement()) {
            Span string = reader.valueSpan();
            if (bytes[string.start()] != '"' || strings.size() == max) {
                return null;
            }
            strings.add(JsonText.string(bytes, string));
        }
        return strings;
    }

    /** As an acknowledgement repeats them. */
    JsonBytes json() {
        JsonBytes out = new JsonBytes(128).append('{');
        String separator = "";
        for (String name : names()) {
            out.raw(separator).quoted(name).raw(":true");
            separator = ",";
        }
        separator = append(out, separator, "resourceSubscriptions", resourceUris);
        append(out, separator, "taskIds", taskIds);
        return out.append('}');
    }

    private static String append(JsonBytes out, String separator, String member, Set<String> strings) {
        if (strings.isEmpty()) {
            return separator;
        }
        out.raw(separator).quoted(member).raw(":[");
        String before = "";
        for (String string : strings) {
            out.raw(before).quoted(string);
            before = ",";
        }
        out.append(']');
        return ",";
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        if (tools) {
            names.add("toolsListChanged");
        }
        if (prompts) {
            names.add("promptsListChanged");
        }
        if (resources) {
            names.add("resourcesListChanged");
        }
        return names;
    }
}
