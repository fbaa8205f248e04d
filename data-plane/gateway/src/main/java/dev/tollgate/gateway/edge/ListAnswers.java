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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all lists have in common: whether they are given, where they begin, and the form of their answer. */
final class ListAnswers {
    /** How long a client may keep a list. A call is checked all the same, so an old list only misses what is new. */
    static final long LIST_TTL_MILLIS = 30_000;

    private static final Members.Wanted PARAMS = Members.Wanted.of("cursor");

    private final Handshakes handshakes;
    private final Serving serving;
    private final CallMeter meter;

    ListAnswers(Handshakes handshakes, Serving serving, CallMeter meter) {
        this.handshakes = handshakes;
        this.serving = serving;
        this.meter = meter;
    }

    /** Whether this gateway serves the caller's tenant now; the request is answered if not. */
    boolean serves(Asked asked) {
        Serving.NotServed refusal =
                serving.refusal(asked.caller().snapshot(), asked.caller().startedAt());
        if (refusal == null) {
            return true;
        }
        Attempt attempt = asked.attempt(null);
        // Lists are asked for again and again, so their refusals are counted where they come fast.
        meter.refusedKey(attempt, refusal.reason());
        asked.notNow(attempt, refusal.words(), refusal.retryAfterMillis());
        return false;
    }

    /** What the request says of where to begin; null if at the beginning, empty if it says what no cursor can be. */
    @Nullable
    String cursor(Asked asked) throws MalformedJson {
        RpcMessage message = asked.message();
        Span params = message.params();
        Span cursor = params == null
                ? null
                : Members.read(message.bytes(), params, PARAMS).get(0);
        return cursor == null ? null : Objects.requireNonNullElse(message.string(cursor), "");
    }

    void badCursor(Asked asked) {
        asked.reply()
                .answer(Faults.of(
                        asked.message(),
                        asked.era(),
                        Fault.INVALID_PARAMS,
                        "This cursor is none of Tollgate's: list again without one."));
    }

    /**
     * @param array the JSON array that is the member's value
     */
    void answer(Asked asked, String member, byte[] array, @Nullable String nextCursor) {
        RpcMessage message = asked.message();
        Span id = Objects.requireNonNull(message.id(), "a request has an id");
        byte[] result = result(member, array, nextCursor, asked.era());
        asked.reply()
                .answer(Answer.of(
                        200, RpcSplice.result(message.bytes(), id, result).toBuffer()));
    }

    private byte[] result(String member, byte[] array, @Nullable String nextCursor, Era era) {
        JsonBytes result = new JsonBytes(array.length + 256);
        result.raw("{\"").raw(member).raw("\":").append(array);
        if (nextCursor != null) {
            result.raw(",\"nextCursor\":").quoted(nextCursor);
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
