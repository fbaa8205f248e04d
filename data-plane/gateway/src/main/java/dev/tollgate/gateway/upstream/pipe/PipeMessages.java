package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.ClientAbilities;
import java.nio.charset.StandardCharsets;

/** The messages that the gateway itself says through a pipe. */
final class PipeMessages {
    /** The newest revision that begins with {@code initialize}; an upstream of before answers with its own. */
    private static final String PROTOCOL_VERSION = "2025-11-25";

    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INTERNAL_ERROR = -32603;

    private PipeMessages() {}

    static byte[] initialize(long id, ClientAbilities abilities) {
        return request(
                id,
                "initialize",
                utf8("{\"protocolVersion\":\"" + PROTOCOL_VERSION + "\",\"capabilities\":"
                        + abilities.capabilitiesJson()
                        + ",\"clientInfo\":{\"name\":\"tollgate\",\"version\":\"1\"}}"));
    }

    static byte[] initialized() {
        return utf8("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

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
