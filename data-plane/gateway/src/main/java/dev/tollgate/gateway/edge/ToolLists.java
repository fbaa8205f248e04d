package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.gateway.policy.ToolList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code tools/list}: what the key sees, never asked of an upstream. */
final class ToolLists {
    /** How long a client may keep a list. A call is checked all the same, so an old list only misses what is new. */
    static final long LIST_TTL_MILLIS = 30_000;

    private static final Members.Wanted PARAMS = Members.Wanted.of("cursor");

    private final Handshakes handshakes;
    private final Serving serving;
    private final CallMeter meter;

    ToolLists(Handshakes handshakes, Serving serving, CallMeter meter) {
        this.handshakes = handshakes;
        this.serving = serving;
        this.meter = meter;
    }

    void list(Caller caller, RpcMessage message, Era era, ModernMeta meta, int bytes, Reply reply)
            throws MalformedJson {
        Serving.NotServed refusal = serving.refusal(caller.snapshot(), caller.startedAt());
        if (refusal == null) {
            reply.answer(list(caller, message, era));
            return;
        }
        Attempt attempt = era == Era.MODERN
                ? caller.modern("tools/list", meta, null, bytes)
                : caller.legacy("tools/list", null, bytes);
        // Lists are asked for again and again, so their refusals are counted where they come fast.
        meter.refusedKey(attempt, refusal.reason());
        reply.answer(Faults.of(message, era, Fault.NOT_NOW, refusal.words())
                .retryAfterMillis(refusal.retryAfterMillis())
                .forCall(attempt.callId().toString()));
    }

    private Answer list(Caller caller, RpcMessage message, Era era) throws MalformedJson {
        Span params = message.params();
        Span cursor = params == null
                ? null
                : Members.read(message.bytes(), params, PARAMS).get(0);
        ToolList.Page page = cursor != null && !message.isString(cursor)
                ? null
                : caller.view().list(caller.filter()).page(message.string(cursor));
        if (page == null) {
            return Faults.of(
                    message, era, Fault.INVALID_PARAMS, "This cursor is none of Tollgate's: list again without one.");
        }
        Span id = Objects.requireNonNull(message.id(), "a request has an id");
        byte[] result = result(page, era);
        return Answer.of(200, RpcSplice.result(message.bytes(), id, result).toBuffer());
    }

    private byte[] result(ToolList.Page page, Era era) {
        JsonBytes result = new JsonBytes(page.tools().length + 256);
        result.raw("{\"tools\":").append(page.tools());
        @Nullable String next = page.nextCursor();
        if (next != null) {
            result.raw(",\"nextCursor\":").quoted(next);
        }
        switch (era) {
            case LEGACY -> {}
            case MODERN ->
                result.raw(",\"resultType\":\"complete\",\"ttlMs\":")
                        .number(LIST_TTL_MILLIS)
                        .raw(",\"cacheScope\":\"private\",\"_meta\":{\"io.modelcontextprotocol/serverInfo\":")
                        .raw(handshakes.serverInfo())
                        .append('}');
        }
        return result.append('}').toBytes();
    }
}
