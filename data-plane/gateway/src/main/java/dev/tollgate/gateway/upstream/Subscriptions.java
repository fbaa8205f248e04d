package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.RpcSplice;
import java.util.Set;

/** The messages by which an upstream is told what is to be heard. */
public final class Subscriptions {
    static final String LISTEN = "subscriptions/listen";

    private Subscriptions() {}

    /** Of the modern era: all at once. */
    public static byte[] listen(long id, Wanted wanted) {
        JsonBytes params = new JsonBytes(256).raw("{\"notifications\":{");
        boolean first = flag(params, true, "toolsListChanged", wanted.toolsChanged());
        first = flag(params, first, "promptsListChanged", wanted.promptsChanged());
        first = flag(params, first, "resourcesListChanged", wanted.resourcesChanged());
        first = names(params, first, "resourceSubscriptions", wanted.resourceUris());
        names(params, first, "taskIds", wanted.taskIds());
        boolean ofTasks = !wanted.taskIds().isEmpty();
        params.raw("},\"_meta\":{")
                .raw(Handshake.modernMeta(ofTasks ? ClientAbilities.NONE.withTasks() : ClientAbilities.NONE))
                .raw("}}");
        return RpcSplice.request(id, LISTEN, params.toBytes()).getBytes();
    }

    private static boolean flag(JsonBytes out, boolean first, String name, boolean value) {
        if (!value) {
            return first;
        }
        out.raw(first ? "" : ",").quoted(name).raw(":true");
        return false;
    }

    private static boolean names(JsonBytes out, boolean first, String member, Set<String> names) {
        if (names.isEmpty()) {
            return first;
        }
        out.raw(first ? "" : ",").quoted(member).raw(":[");
        String separator = "";
        for (String name : names) {
            out.raw(separator).quoted(name);
            separator = ",";
        }
        out.append(']');
        return false;
    }

    /** Of the legacy era: one resource. */
    public static byte[] subscribe(long id, String uri) {
        return resource(id, "resources/subscribe", uri);
    }

    public static byte[] unsubscribe(long id, String uri) {
        return resource(id, "resources/unsubscribe", uri);
    }

    private static byte[] resource(long id, String method, String uri) {
        byte[] params = new JsonBytes(uri.length() + 16)
                .raw("{\"uri\":")
                .quoted(uri)
                .append('}')
                .toBytes();
        return RpcSplice.request(id, method, params).getBytes();
    }
}
