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
 */
record Wishes(boolean tools, boolean prompts, boolean resources, Set<String> resourceUris) {
    /** Of one stream. */
    static final int URIS_MAX = Wanted.RESOURCE_URIS_MAX;

    /** What a legacy client hears without asking. */
    static final Wishes ALL_LISTS = new Wishes(true, true, true, Set.of());

    private static final Members.Wanted PARAMS = Members.Wanted.of("notifications");
    private static final Members.Wanted FILTER = Members.Wanted.of(
            "toolsListChanged", "promptsListChanged", "resourcesListChanged", "resourceSubscriptions");

    Wishes {
        resourceUris = Set.copyOf(resourceUris);
    }

    /** The same lists, and these resources in place of those before. */
    Wishes with(Set<String> uris) {
        return new Wishes(tools, prompts, resources, uris);
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
        Set<String> uris = uris(bytes, members.get(3));
        return uris == null
                ? null
                : new Wishes(
                        isTrue(bytes, members.get(0)),
                        isTrue(bytes, members.get(1)),
                        isTrue(bytes, members.get(2)),
                        uris);
    }

    private static boolean isTrue(byte[] bytes, @Nullable Span value) {
        return value != null && bytes[value.start()] == 't';
    }

    private static @Nullable Set<String> uris(byte[] bytes, @Nullable Span array) throws MalformedJson {
        Set<String> uris = new LinkedHashSet<>();
        if (array == null) {
            return uris;
        }
        if (bytes[array.start()] != '[') {
            return null;
        }
        JsonReader reader = new JsonReader(bytes, array.start(), array.end());
        reader.enterArray();
        while (reader.nextElement()) {
            Span uri = reader.valueSpan();
            if (bytes[uri.start()] != '"' || uris.size() == URIS_MAX) {
                return null;
            }
            uris.add(JsonText.string(bytes, uri));
        }
        return uris;
    }

    /** As an acknowledgement repeats them. */
    JsonBytes json() {
        JsonBytes out = new JsonBytes(128).append('{');
        String separator = "";
        for (String name : names()) {
            out.raw(separator).quoted(name).raw(":true");
            separator = ",";
        }
        if (!resourceUris.isEmpty()) {
            out.raw(separator).raw("\"resourceSubscriptions\":[");
            separator = "";
            for (String uri : resourceUris) {
                out.raw(separator).quoted(uri);
                separator = ",";
            }
            out.append(']');
        }
        return out.append('}');
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
