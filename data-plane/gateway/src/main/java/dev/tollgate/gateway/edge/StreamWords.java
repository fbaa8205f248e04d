package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.listing.ListKind;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How what happens is said on a stream: in the modern era with the id of the request that opened it. */
final class StreamWords {
    private static final String SUBSCRIPTION = "\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":";

    private final @Nullable RpcMessage request;

    private StreamWords(@Nullable RpcMessage request) {
        this.request = request;
    }

    /** Of a legacy client's GET. */
    static StreamWords legacy() {
        return new StreamWords(null);
    }

    /** Of {@code subscriptions/listen}. */
    static StreamWords modern(RpcMessage request) {
        return new StreamWords(request);
    }

    boolean isLegacy() {
        return request == null;
    }

    /** The first word on a modern stream. */
    Buffer acknowledged(Wishes wishes) {
        JsonBytes notifications = wishes.json();
        return said("notifications/subscriptions/acknowledged", "\"notifications\":" + notifications.toBuffer());
    }

    Buffer listChanged(ListKind kind) {
        String what = kind == ListKind.TEMPLATES ? ListKind.RESOURCES.member() : kind.member();
        return said("notifications/" + what + "/list_changed", "");
    }

    Buffer resourceUpdated(String uri) {
        return said(
                "notifications/resources/updated",
                "\"uri\":" + new JsonBytes(uri.length() + 2).quoted(uri).toBuffer());
    }

    /** What its person was to do at an address is done (2025-11-25). */
    Buffer elicitationComplete(String id) {
        return said(
                "notifications/elicitation/complete",
                "\"elicitationId\":" + new JsonBytes(id.length() + 2).quoted(id).toBuffer());
    }

    /**
     * @param task a JSON object without {@code _meta}
     */
    Buffer taskChanged(byte[] task) {
        return said("notifications/tasks", new String(task, 1, task.length - 2, StandardCharsets.UTF_8));
    }

    /**
     * @param members of the params; empty if there are none
     */
    private Buffer said(String method, String members) {
        JsonBytes out = new JsonBytes(128 + members.length())
                .raw("{\"jsonrpc\":\"2.0\",\"method\":")
                .quoted(method);
        RpcMessage opened = request;
        if (opened != null) {
            out.raw(",\"params\":{")
                    .raw(SUBSCRIPTION)
                    .append(opened.bytes(), id(opened))
                    .append('}')
                    .raw(members.isEmpty() ? "" : ",")
                    .raw(members)
                    .append('}');
        } else if (!members.isEmpty()) {
            out.raw(",\"params\":{").raw(members).append('}');
        }
        return out.append('}').toBuffer();
    }

    /** The last word: the answer to the request that opened the stream, if one did. */
    Answer end() {
        RpcMessage opened = request;
        if (opened == null) {
            return Answer.ACCEPTED;
        }
        byte[] result = new JsonBytes(128)
                .raw("{\"resultType\":\"complete\",")
                .raw(SUBSCRIPTION)
                .append(opened.bytes(), id(opened))
                .raw("}}")
                .toBytes();
        return Answer.of(
                200, RpcSplice.result(opened.bytes(), id(opened), result).toBuffer());
    }

    private static Span id(RpcMessage opened) {
        return Objects.requireNonNull(opened.id(), "a request has an id");
    }
}
