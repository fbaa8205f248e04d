package dev.tollgate.gateway.upstream.stdio;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import java.nio.charset.StandardCharsets;

/** The messages that the gateway itself says to a process. */
final class StdioMessages {
    /** The newest revision that begins with {@code initialize}; a process of before answers with its own. */
    private static final String PROTOCOL_VERSION = "2025-11-25";

    private static final int METHOD_NOT_FOUND = -32601;

    private StdioMessages() {}

    static byte[] initialize(long id) {
        return request(
                id,
                "initialize",
                utf8("{\"protocolVersion\":\"" + PROTOCOL_VERSION
                        + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"tollgate\",\"version\":\"1\"}}"));
    }

    static byte[] initialized() {
        return utf8("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    static byte[] cancelled(long id) {
        return utf8(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}");
    }

    static byte[] request(long id, String method, byte[] params) {
        return RpcSplice.request(id, method, oneLine(params)).getBytes();
    }

    /** To a ping of the process. */
    static byte[] pong(byte[] source, Span id) {
        return RpcSplice.result(source, id, utf8("{}")).toBytes();
    }

    /** To any other request of the process: the gateway offers none of the client's features upstream. */
    static byte[] notOffered(byte[] source, Span id) {
        byte[] error = RpcSplice.errorObject(METHOD_NOT_FOUND, "not offered by this client", null);
        return RpcSplice.error(source, id, error).toBytes();
    }

    /** Line feeds stand in JSON between tokens only, where a space says the same; one would end the message early. */
    private static byte[] oneLine(byte[] json) {
        JsonBytes line = new JsonBytes(json.length);
        for (byte b : json) {
            line.append(b == '\n' || b == '\r' ? ' ' : (char) (b & 0xff));
        }
        return line.toBytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
