package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import java.nio.charset.StandardCharsets;

/** The messages that the gateway itself says through a pipe. */
final class PipeMessages {
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INTERNAL_ERROR = -32603;

    private PipeMessages() {}

    static byte[] cancelled(long id) {
        return utf8(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}");
    }

    static byte[] request(long id, String method, byte[] params) {
        return RpcSplice.request(id, method, params).getBytes();
    }

    static byte[] pong(byte[] source, Span id) {
        return RpcSplice.result(source, id, utf8("{}")).toBytes();
    }

    /** To what is asked while nobody's call is under way. */
    static byte[] notOffered(byte[] source, Span id) {
        byte[] error = RpcSplice.errorObject(METHOD_NOT_FOUND, "not offered by this client", null);
        return RpcSplice.error(source, id, error).toBytes();
    }

    /** To what is asked while several calls are under way. */
    static byte[] whose(byte[] source, Span id) {
        String words = "several calls are under way, and it cannot be told in which of them this is asked";
        return RpcSplice.error(source, id, RpcSplice.errorObject(INTERNAL_ERROR, words, null))
                .toBytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
