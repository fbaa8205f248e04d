package dev.tollgate.gateway.upstream.stdio;

import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A small MCP server of 2026-07-28 on pipes, run as a process by the tests. */
final class ModernPipeServer {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Members.Wanted ASKING = Members.Wanted.of("inputResponses", "requestState");
    private static final Members.Wanted FILTER = Members.Wanted.of("notifications");
    private static final Members.Wanted CANCELLED = Members.Wanted.of("requestId");
    private static final String UPDATED = "notifications/resources/updated";

    /** What is listened to, by the request that asked for it. */
    private static final Map<String, String> listening = new LinkedHashMap<>();

    private static String asking = "";
    private static String cancelled = "";
    private static @Nullable String discovered;
    private static String mode = "";

    private ModernPipeServer() {}

    public static void main(String[] arguments) throws Exception {
        mode = arguments[0];
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            RpcMessage message = RpcMessage.scan(line.getBytes(StandardCharsets.UTF_8));
            Span id = message.id();
            if (message.method() == null) {
                result(asking, "\"heard\":" + line);
            } else if (id != null) {
                answer(message, id.text(message.bytes()));
            } else if ("notifications/cancelled".equals(message.method())) {
                String request = member(message, CANCELLED, 0);
                if (listening.remove(request) == null) {
                    cancelled += request;
                }
            }
        }
    }

    private static String member(RpcMessage message, Members.Wanted wanted, int index) throws MalformedJson {
        Span params = Objects.requireNonNull(message.params());
        Span at = Members.read(message.bytes(), params, wanted).get(index);
        return at == null ? "" : at.text(message.bytes());
    }

    private static void answer(RpcMessage message, String id) throws MalformedJson {
        switch (String.valueOf(message.method())) {
            case "server/discover" -> {
                // One that starts slowly finds both questions in its pipe.
                discovered = id;
                if (!mode.equals("slow")) {
                    discover();
                }
            }
            case "initialize" -> {
                discover();
                error(id, -32601, "Method not found");
            }
            case "subscriptions/listen" -> listen(id, member(message, FILTER, 0));
            case "tools/call" -> call(message, id);
            default -> error(id, -32601, "Method not found");
        }
    }

    private static void discover() {
        if (discovered != null) {
            result(
                    discovered,
                    "\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{\"tools\":{}},\"_meta\":"
                            + "{\"io.modelcontextprotocol/serverInfo\":{\"name\":\"modern-pipe\",\"version\":\"9\"}}");
        }
    }

    private static void listen(String id, String filter) {
        if (mode.equals("deaf")) {
            error(id, -32601, "Method not found");
            return;
        }
        listening.put(id, filter);
        say("notifications/subscriptions/acknowledged", id, "\"notifications\":" + filter);
    }

    private static void call(RpcMessage message, String id) throws MalformedJson {
        switch (Objects.requireNonNull(message.string(message.name()))) {
            case "echo" -> result(id, "\"sent\":" + new String(message.bytes(), StandardCharsets.UTF_8));
            case "ask" -> {
                String answers = member(message, ASKING, 0);
                result(
                        id,
                        answers.isEmpty()
                                ? "\"requestState\":\"s\",\"inputRequests\":{\"q\":{\"method\":\"elicitation/create\"}}"
                                : "\"answers\":" + answers + ",\"state\":" + member(message, ASKING, 1),
                        answers.isEmpty() ? "input_required" : "complete");
            }
            case "question" -> {
                asking = id;
                OUT.println("{\"jsonrpc\":\"2.0\",\"id\":\"p-1\",\"method\":\"elicitation/create\",\"params\":{}}");
            }
            case "progress" -> {
                String token = Objects.requireNonNull(message.meta()).text(message.bytes());
                String own = token.replaceAll(".*\"progressToken\":([0-9]+).*", "$1");
                OUT.println("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":"
                        + own + ",\"progress\":1}}");
                result(id, "\"content\":[]");
            }
            case "change" -> {
                listening.forEach((stream, filter) -> {
                    if (filter.contains("r://a")) {
                        say(UPDATED, stream, "\"uri\":\"r://a\"");
                    }
                });
                result(id, "\"listening\":" + new String(JsonText.quote(listening.toString()), StandardCharsets.UTF_8));
            }
            case "end" -> {
                listening
                        .keySet()
                        .forEach(stream ->
                                OUT.println("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                                        + "{\"requestId\":" + stream + "}}"));
                listening.clear();
                result(id, "\"content\":[]");
            }
            case "hang" -> {}
            case "cancelled" -> result(id, "\"cancelled\":\"" + cancelled + "\"");
            default -> error(id, -32021, "Missing required client capability");
        }
    }

    private static void say(String method, String stream, String members) {
        OUT.println("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":{" + members
                + ",\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":" + stream + "}}}");
    }

    private static void result(String id, String members) {
        result(id, members, "complete");
    }

    private static void result(String id, String members, String type) {
        OUT.println(
                "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"resultType\":\"" + type + "\"," + members + "}}");
    }

    private static void error(String id, int code, String message) {
        OUT.println("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":" + code + ",\"message\":\"" + message
                + "\"}}");
    }
}
