package dev.tollgate.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An agent's bytes at the gateway: a key, an era, and the headers it sends along. */
public final class Agent {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String META = "io.modelcontextprotocol/";

    private final URI mcp;
    private final Era era;
    private final String revision;
    private final Map<String, String> headers;
    private final boolean canBeAsked;

    private Agent(URI mcp, Era era, String revision, Map<String, String> headers, boolean canBeAsked) {
        this.mcp = mcp;
        this.era = era;
        this.revision = revision;
        this.headers = headers;
        this.canBeAsked = canBeAsked;
    }

    /** A modern agent with this key. */
    public static Agent with(URI mcp, String secret) {
        return new Agent(mcp, Era.MODERN, Era.MODERN.revision(), Map.of("Authorization", "Bearer " + secret), false);
    }

    public Agent speaking(Era other) {
        return new Agent(mcp, other, other.revision(), headers, canBeAsked);
    }

    /** The same in this revision. */
    public Agent speaking(String other) {
        return new Agent(
                mcp, other.equals(Era.MODERN.revision()) ? Era.MODERN : Era.LEGACY, other, headers, canBeAsked);
    }

    /** The same, saying with each modern request that its person can be asked. */
    public Agent thatCanBeAsked() {
        return new Agent(mcp, era, revision, headers, true);
    }

    public Era era() {
        return era;
    }

    /** The same, with one header more or changed. */
    public Agent header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Agent(mcp, era, revision, more, canBeAsked);
    }

    public Agent without(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Agent(mcp, era, revision, fewer, canBeAsked);
    }

    /** The names of all tools shown. */
    public List<String> tools() {
        var answer = list();
        assertThat(answer).returns(200, Answer::status);
        var names = new ArrayList<String>();
        Rpc.message(answer)
                .required("result")
                .required("tools")
                .forEach(tool -> names.add(tool.required("name").asText()));
        return names;
    }

    public Answer list() {
        return send("tools/list", JSON.objectNode());
    }

    public Answer call(String tool, Map<String, String> arguments) {
        var given = JSON.objectNode();
        arguments.forEach(given::put);
        var params = JSON.objectNode().put("name", tool);
        params.set("arguments", given);
        return send("tools/call", params);
    }

    /** Calls and expects a result that is no error; gives the first text in it. */
    public String text(String tool, Map<String, String> arguments) {
        return Rpc.text(call(tool, arguments));
    }

    /** Adds two numbers by the demo server's {@code get-sum}. */
    public String sum(String tool, int a, int b) {
        var params = JSON.objectNode().put("name", tool);
        params.putObject("arguments").put("a", a).put("b", b);
        return Rpc.text(send("tools/call", params));
    }

    /** The legacy handshake's first step. */
    public Answer initialize() {
        var params = JSON.objectNode().put("protocolVersion", revision);
        params.putObject("capabilities");
        params.putObject("clientInfo").put("name", "e2e-bytes").put("version", "1.0");
        return send("initialize", params);
    }

    public Answer send(String method, ObjectNode params) {
        return switch (era) {
            case MODERN -> post(method, modern(params), "MCP-Protocol-Version", "Mcp-Method");
            case LEGACY -> post(method, params, "MCP-Protocol-Version");
        };
    }

    private ObjectNode modern(ObjectNode params) {
        var meta = JSON.objectNode().put(META + "protocolVersion", revision);
        meta.set(META + "clientInfo", JSON.objectNode().put("name", "e2e-bytes").put("version", "1.0"));
        var capabilities = meta.putObject(META + "clientCapabilities");
        if (canBeAsked) {
            capabilities.putObject("elicitation");
        }
        params.set("_meta", meta);
        return params;
    }

    private Answer post(String method, ObjectNode params, String... protocolHeaders) {
        ObjectNode message = JSON.objectNode();
        message.put("jsonrpc", "2.0").put("id", 7).put("method", method);
        message.set("params", params);
        var request = HttpRequest.newBuilder(mcp)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
        headers.forEach(request::header);
        for (var header : protocolHeaders) {
            request.header(header, header.equals("Mcp-Method") ? method : revision);
        }
        JsonNode name = params.path(params.has("uri") ? "uri" : "name");
        if (era == Era.MODERN && name.isTextual()) {
            request.header("Mcp-Name", name.textValue());
        }
        return Api.send(request.POST(HttpRequest.BodyPublishers.ofString(message.toString()))
                .build());
    }
}
