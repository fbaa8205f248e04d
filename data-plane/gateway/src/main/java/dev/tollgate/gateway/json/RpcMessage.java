package dev.tollgate.gateway.json;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-RPC 2.0 message as offsets into its bytes: a request, a notification or an answer. One pass over the text
 * checks that it is JSON and notes where the members stand that a gateway acts on. Nothing inside {@code arguments} or a
 * result's content is looked at.
 */
public final class RpcMessage {
    /** A longer id is refused: it is echoed, and no client needs more. */
    public static final int ID_BYTES_MAX = 1024;

    private static final int METHOD_BYTES_MAX = 256;
    private static final Members.Wanted ENVELOPE =
            Members.Wanted.of("method", "params", "id", "jsonrpc", "result", "error");
    private static final Members.Wanted PARAMS =
            Members.Wanted.of("name", "arguments", "_meta", "requestState", "task");
    private static final Members.Wanted RESULT = Members.Wanted.of("isError", "resultType", "_meta");
    private static final byte[] VERSION = {'"', '2', '.', '0', '"'};

    private final byte[] bytes;
    private final Span whole;
    private final @Nullable Span[] envelope = new Span[ENVELOPE.names().length];
    private final @Nullable Span[] params = new Span[PARAMS.names().length];
    private final @Nullable Span[] result = new Span[RESULT.names().length];
    private int metaKeyStart;

    private RpcMessage(byte[] bytes, Span whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    /**
     * Reads the one message that stands in this stretch of bytes.
     *
     * @throws MalformedJson if it is not JSON, not an object, or an envelope member occurs twice
     */
    public static RpcMessage scan(byte[] bytes, int start, int end) throws MalformedJson {
        RpcMessage message = new RpcMessage(bytes, new Span(start, end));
        JsonReader reader = new JsonReader(bytes, start, end);
        reader.enterObject();
        while (reader.nextMember()) {
            int index = ENVELOPE.indexOfKey(reader);
            switch (index) {
                case -1 -> reader.skipValue();
                case 1 -> put(message.envelope, index, reader, message.scanInto(message.params, PARAMS, reader, true));
                case 4 -> put(message.envelope, index, reader, message.scanInto(message.result, RESULT, reader, false));
                default -> put(message.envelope, index, reader, reader.valueSpan());
            }
        }
        reader.expectEnd();
        return message;
    }

    public static RpcMessage scan(byte[] bytes) throws MalformedJson {
        return scan(bytes, 0, bytes.length);
    }

    private Span scanInto(@Nullable Span[] spans, Members.Wanted wanted, JsonReader reader, boolean strictCase)
            throws MalformedJson {
        if (reader.peek() != '{') {
            return reader.valueSpan();
        }
        int start = reader.position();
        reader.enterObject();
        while (reader.nextMember()) {
            int index = wanted.indexOfKey(reader);
            if (index >= 0) {
                if (index == 2) {
                    metaKeyStart = reader.keyPosition();
                }
                put(spans, index, reader, reader.valueSpan());
            } else if (strictCase && wanted.hasLookalikeOfKey(reader)) {
                throw reader.malformed("a member's name differs from a known one in case only");
            } else {
                reader.skipValue();
            }
        }
        return new Span(start, reader.position());
    }

    private static void put(@Nullable Span[] spans, int index, JsonReader reader, Span span) throws MalformedJson {
        if (spans[index] != null) {
            throw reader.malformed("a member occurs twice");
        }
        spans[index] = span;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Where it stands among its bytes. */
    public Span whole() {
        return whole;
    }

    /** Whether it says that it is JSON-RPC 2.0. */
    public boolean isVersion2() {
        Span version = envelope[3];
        return version != null && Arrays.equals(bytes, version.start(), version.end(), VERSION, 0, VERSION.length);
    }

    /** The method's name; null if there is none or it is no short string. */
    public @Nullable String method() {
        Span method = envelope[0];
        return method == null || !isString(method) || method.length() > METHOD_BYTES_MAX
                ? null
                : JsonText.string(bytes, method);
    }

    public @Nullable Span id() {
        return envelope[2];
    }

    /** Whether the id is what MCP allows: a string or an integer, and of bearable length. */
    public boolean hasUsableId() {
        Span id = envelope[2];
        return id != null && id.length() <= ID_BYTES_MAX && (isString(id) || isInteger(id));
    }

    public @Nullable Span params() {
        return envelope[1];
    }

    public @Nullable Span result() {
        return envelope[4];
    }

    public @Nullable Span error() {
        return envelope[5];
    }

    /**
     * The params object with another name and without {@code _meta}; all else as it was sent, until more is changed.
     *
     * @param quotedName a string token
     */
    public JsonEdit paramsNamed(byte[] quotedName) {
        return paramsEdit().replace(Objects.requireNonNull(params[0], "params.name"), quotedName);
    }

    /**
     * The params object, for a request that has one, without {@code _meta} and all else as it was sent, until more is
     * changed.
     */
    public JsonEdit paramsEdit() {
        JsonEdit edit = new JsonEdit(bytes, Objects.requireNonNull(envelope[1], "params"));
        Span meta = params[2];
        return meta == null ? edit : edit.leaveOut(metaKeyStart, meta);
    }

    /** {@code params.name}. */
    public @Nullable Span name() {
        return params[0];
    }

    /** {@code params.arguments}. */
    public @Nullable Span arguments() {
        return params[1];
    }

    /** {@code params._meta}. */
    public @Nullable Span meta() {
        return params[2];
    }

    /** {@code params.requestState}. */
    public @Nullable Span requestState() {
        return params[3];
    }

    /** {@code params.task}. */
    public @Nullable Span task() {
        return params[4];
    }

    /** Whether {@code result.isError} is true. */
    public boolean isError() {
        Span isError = result[0];
        return isError != null && bytes[isError.start()] == 't';
    }

    /** {@code result.resultType}. */
    public @Nullable Span resultType() {
        return result[1];
    }

    public boolean isObject(Span span) {
        return bytes[span.start()] == '{';
    }

    public boolean isString(Span span) {
        return bytes[span.start()] == '"';
    }

    /** The string that stands there; null if none does. */
    public @Nullable String string(@Nullable Span span) {
        return span != null && isString(span) ? JsonText.string(bytes, span) : null;
    }

    private boolean isInteger(Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            boolean digit = bytes[i] >= '0' && bytes[i] <= '9';
            if (!digit && !(bytes[i] == '-' && i == span.start())) {
                return false;
            }
        }
        return true;
    }
}
