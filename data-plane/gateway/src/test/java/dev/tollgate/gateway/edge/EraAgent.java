package dev.tollgate.gateway.edge;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An agent of one revision, whose client can do all that the revision knows, byte by byte. */
final class EraAgent {
    static final String MODERN = "2026-07-28";
    static final List<String> REVISIONS = List.of("2025-03-26", "2025-06-18", "2025-11-25", MODERN);
    private static final String META = "io.modelcontextprotocol/";
    private static final Map<String, String> CAPABILITIES = Map.of(
            "2025-03-26",
            "{\"roots\":{},\"sampling\":{}}",
            "2025-06-18",
            "{\"roots\":{},\"sampling\":{},\"elicitation\":{}}",
            "2025-11-25",
            "{\"roots\":{},\"sampling\":{\"tools\":{}},\"elicitation\":{\"form\":{},\"url\":{}}}",
            MODERN,
            "{\"roots\":{},\"sampling\":{\"tools\":{}},\"elicitation\":{\"form\":{},\"url\":{}}}");
    /** What the client answers to what it is asked. */
    static final Map<String, String> ANSWERS = Map.of(
            "elicitation/create", "{\"action\":\"accept\",\"content\":{\"name\":\"Ada\"}}",
            "sampling/createMessage", "{\"role\":\"assistant\",\"model\":\"m\",\"content\":{\"type\":\"text\"}}",
            "roots/list", "{\"roots\":[{\"uri\":\"file:///work\"}]}",
            "magic/do", "{}");

    final EdgeServer edge;
    final String revision;
    private final String key;
    private final String capabilities;
    private @Nullable String session;

    EraAgent(EdgeServer edge, String key, String revision) {
        this(edge, key, revision, Objects.requireNonNull(CAPABILITIES.get(revision)));
    }

    private EraAgent(EdgeServer edge, String key, String revision, String capabilities) {
        this.edge = edge;
        this.key = key;
        this.revision = revision;
        this.capabilities = capabilities;
    }

    /** Another, whose client can do nothing for a server. */
    EraAgent withoutAbilities() throws Exception {
        return new EraAgent(edge, key, revision, "{}").begun();
    }

    boolean isModern() {
        return revision.equals(MODERN);
    }

    /**
     * What came back on one request.
     *
     * @param message the answer; empty if there is none
     * @param before what was said before it: notifications, and what was asked
     * @param named whether what was said has ids, by which a broken stream can be taken up
     */
    record Said(int status, String message, List<String> before, boolean named) {
        @Nullable
        JsonObject error() {
            return message.isEmpty() ? null : new JsonObject(message).getJsonObject("error");
        }

        String result() {
            String begin = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":";
            if (!message.startsWith(begin)) {
                throw new AssertionError("no result: " + this);
            }
            return message.substring(begin.length(), message.length() - 1);
        }
    }

    /** Begins a session, where the revision has them. */
    EraAgent begun() throws Exception {
        if (!isModern()) {
            HttpResponse<String> response = edge.send(edge.post(
                    key,
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                            + revision + "\",\"capabilities\":" + capabilities
                            + ",\"clientInfo\":{\"name\":\"agent\",\"version\":\"1\"}}}"));
            session = response.headers().firstValue("Mcp-Session-Id").orElseThrow();
        }
        return this;
    }

    /**
     * Asks, answers what it is asked, and gives what comes in the end.
     *
     * @param members of the params, as JSON; {@code _meta} is added
     */
    Said ask(String method, String members) throws Exception {
        return ask(method, members, "");
    }

    /**
     * @param meta members of {@code _meta}, as JSON
     */
    Said ask(String method, String members, String meta) throws Exception {
        List<String> before = new ArrayList<>();
        Said said = read(edge.stream(request(method, members, meta)), before);
        JsonObject round = isModern() && said.message.contains("input_required")
                ? new JsonObject(said.message).getJsonObject("result")
                : null;
        if (round == null) {
            return said;
        }
        before.add(said.message);
        JsonObject answers = new JsonObject();
        for (String name : round.getJsonObject("inputRequests").fieldNames()) {
            JsonObject question = round.getJsonObject("inputRequests").getJsonObject(name);
            answers.put(name, new JsonObject(ANSWERS.get(question.getString("method"))));
        }
        String next = members + ",\"inputResponses\":" + answers + ",\"requestState\":\""
                + round.getString("requestState") + "\"";
        return read(edge.stream(request(method, next, meta)), before);
    }

    private Said read(HttpResponse<Stream<String>> response, List<String> before) throws Exception {
        boolean stream =
                response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        String last = "";
        boolean named = false;
        for (Iterator<String> lines = response.body().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (!stream) {
                last = line;
            } else if (line.startsWith("id:")) {
                named = true;
            } else if (line.startsWith("data: {")) {
                last = line.substring("data: ".length());
                JsonObject message = new JsonObject(last);
                if (message.containsKey("method")) {
                    before.add(last);
                    answer(message);
                }
            }
        }
        return new Said(response.statusCode(), last, before, named);
    }

    private void answer(JsonObject asked) throws Exception {
        if (asked.containsKey("id")) {
            edge.send(inSession(edge.post(
                    key,
                    "{\"jsonrpc\":\"2.0\",\"id\":\"" + asked.getString("id") + "\",\"result\":"
                            + ANSWERS.get(asked.getString("method")) + "}")));
        }
    }

    HttpRequest.Builder request(String method, String members, String meta) {
        String own = isModern()
                ? "\"" + META + "protocolVersion\":\"" + revision + "\",\"" + META + "clientCapabilities\":"
                        + capabilities
                : "";
        String all = own + (own.isEmpty() || meta.isEmpty() ? "" : ",") + meta;
        String params = members + (all.isEmpty() ? "" : (members.isEmpty() ? "" : ",") + "\"_meta\":{" + all + "}");
        HttpRequest.Builder request =
                raw("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + params + "}}");
        if (isModern()) {
            JsonObject sent = new JsonObject("{" + members + "}");
            String name = sent.getString("name", sent.getString("uri", sent.getString("taskId")));
            request.header("Mcp-Method", method);
            if (name != null) {
                request.header("Mcp-Name", name);
            }
        }
        return request;
    }

    /** Posts a body as it is, with the headers that the revision has for any. */
    HttpRequest.Builder raw(String body) {
        HttpRequest.Builder request = edge.post(key, body);
        if (!revision.equals("2025-03-26")) {
            request.header("MCP-Protocol-Version", revision);
        }
        return inSession(request);
    }

    private HttpRequest.Builder inSession(HttpRequest.Builder request) {
        return session == null ? request : request.header("Mcp-Session-Id", session);
    }

    Said send(HttpRequest.Builder request) throws Exception {
        return read(edge.stream(request), new ArrayList<>());
    }

    /** A request without a body. */
    HttpRequest.Builder bare(String httpMethod) {
        return inSession(HttpRequest.newBuilder(edge.url())
                .header("Authorization", "Bearer " + key)
                .header("Accept", "text/event-stream")
                .method(httpMethod, HttpRequest.BodyPublishers.noBody()));
    }

    /** The stream on which it hears what it wants to hear of outside its calls. */
    HttpResponse<Stream<String>> listen(String notifications) throws Exception {
        return edge.stream(
                isModern() ? request("subscriptions/listen", "\"notifications\":" + notifications, "") : bare("GET"));
    }

    String session() {
        return Objects.requireNonNull(session, "of the legacy era, and begun");
    }
}
