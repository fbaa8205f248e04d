package dev.tollgate.gateway.upstream.stdio;

import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A small MCP server on pipes, run as a process by the tests. What it does with a call stands in the tool's name. */
final class PipeServer {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Members.Wanted TOKEN = Members.Wanted.of("progressToken");
    private static int cancelled;
    private static String asking = "";
    private static String initialize = "";
    private static String subscribed = "";
    private static String mode = "";

    private PipeServer() {}

    public static void main(String[] arguments) throws Exception {
        mode = arguments.length > 0 ? arguments[0] : "";
        if (mode.equals("mute")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        if (mode.equals("slow")) {
            // Longer than its client waits for an answer to the first question.
            Thread.sleep(4_000);
        }
        System.err.println("a server talks to its standard error");
        OUT.println("and some print to their output what is no message");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            RpcMessage message = RpcMessage.scan(line.getBytes(StandardCharsets.UTF_8));
            Span id = message.id();
            if (message.method() == null) {
                // The client's answer to what was asked: it becomes the result of the call that asked.
                result(asking, "{\"heard\":" + line + "}");
            } else if (id != null) {
                answer(message, id.text(message.bytes()));
            } else if ("notifications/cancelled".equals(message.method())) {
                cancelled++;
            }
        }
    }

    private static void answer(RpcMessage message, String id) throws Exception {
        if ("server/discover".equals(message.method())) {
            discover(id);
            return;
        }
        if ("initialize".equals(message.method())) {
            initialize = new String(message.bytes(), StandardCharsets.UTF_8);
            result(id, "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"serverInfo\":{\"name\":\"pipe\"}}");
            return;
        }
        if (String.valueOf(message.method()).startsWith("resources/")) {
            subscribed += message.method() + " ";
            result(id, "{}");
            return;
        }
        String tool = Objects.requireNonNull(message.string(message.name()));
        switch (tool) {
            case "echo" ->
                result(id, Objects.requireNonNull(message.arguments()).text(message.bytes()));
            case "pid" -> result(id, "{\"pid\":" + ProcessHandle.current().pid() + "}");
            case "environment" ->
                result(id, "{\"names\":\"" + String.join(" ", System.getenv().keySet()) + "\"}");
            case "cancelled" -> result(id, "{\"cancelled\":" + cancelled + "}");
            case "ask" -> {
                asking = id;
                OUT.println(
                        "{\"jsonrpc\":\"2.0\",\"id\":\"p-1\",\"method\":\"elicitation/create\",\"params\":{\"q\":1}}");
            }
            case "change" -> {
                OUT.println("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}");
                result(id, "{\"subscribed\":\"" + subscribed + "\"}");
            }
            case "initialize" -> result(id, initialize);
            case "hang" -> {}
            case "exit" -> System.exit(3);
            case "flood" -> OUT.println("{\"x\":\"" + "y".repeat(200_000) + "\"}");
            case "fail" ->
                OUT.println("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":-32000,\"message\":\"no\"}}");
            case "progress" -> {
                Span token = Objects.requireNonNull(
                        Members.read(message.bytes(), Objects.requireNonNull(message.meta()), TOKEN)
                                .get(0));
                OUT.println("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":"
                        + token.text(message.bytes()) + ",\"progress\":1}}");
                result(id, "{}");
            }
            default -> throw new IllegalArgumentException(tool);
        }
    }

    /** What programs of the legacy era do when they are asked for what they do not know. */
    private static void discover(String id) {
        switch (mode) {
            case "silent" -> {}
            case "refuses" ->
                OUT.println("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":-32601,\"message\":\"no\"}}");
            default -> System.exit(1);
        }
    }

    private static void result(String id, String result) {
        OUT.println("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}");
    }
}
