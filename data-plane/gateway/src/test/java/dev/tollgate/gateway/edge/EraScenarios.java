package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.edge.EraAgent.Said;
import dev.tollgate.gateway.edge.EraMatrix.Row;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an agent does for each row of the matrix; each scenario tells what became of it, in the matrix's words. */
final class EraScenarios {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String MODERN_TAIL = ",\"resultType\":\"complete\",\"ttlMs\":30000,\"cacheScope\":\"private\","
            + "\"_meta\":{\"io.modelcontextprotocol/serverInfo\":"
            + "{\"name\":\"tollgate\",\"title\":\"Tollgate\",\"version\":\"1.2.3\"}}}";

    private final EraWorld world;
    private final EraAgent agent;
    private final Row row;

    EraScenarios(EraWorld world, Row row, String revision) throws Exception {
        this.world = world;
        this.agent = world.agent(revision);
        this.row = row;
    }

    String play() throws Exception {
        return switch (row.does()) {
            case "ask" -> outcome(asked(), this::emptyResult);
            case "exchange" -> exchange();
            case "question" -> outcome(asked(), this::heard);
            case "unasked" -> outcome(agent.ask("tools/call", "\"name\":\"up__ask-magic\",\"arguments\":{}"), _ -> {});
            case "list" -> outcome(asked(), this::list);
            case "pages" -> pages();
            case "initialize" -> initialize();
            case "discover" -> outcome(agent.ask("server/discover", ""), this::discovered);
            case "unserved-revision" -> unservedRevision();
            case "no-capabilities" -> noCapabilities();
            case "missing-capability" -> outcome(agent.withoutAbilities().ask("tools/call", members()), _ -> {});
            case "header-mismatch" ->
                outcome(
                        agent.send(agent.request("tools/list", "", "").setHeader("Mcp-Method", "prompts/list")),
                        _ -> {});
            case "batch" -> batch();
            case "param-headers" -> paramHeaders();
            case "meta" -> meta();
            case "progress" -> progress();
            case "logging" -> logging();
            case "resumption" -> resumption();
            default -> new EraStreams(world, agent).play(row.does());
        };
    }

    interface Check {
        void of(Said said);
    }

    /** What became of it; of a result that is none of an error, what the check says. */
    static String outcome(Said said, Check check) {
        JsonObject error = said.message().startsWith("[") ? null : said.error();
        if (error != null) {
            return "HTTP " + said.status() + ", " + error.getInteger("code") + ": " + error.getString("message");
        }
        if (said.message().isEmpty()) {
            return "HTTP " + said.status();
        }
        assertThat(said.status()).isEqualTo(200);
        if (said.message().contains("\"isError\":true")) {
            JsonObject result = new JsonObject(said.message()).getJsonObject("result");
            return "tool error: "
                    + result.getJsonArray("content").getJsonObject(0).getString("text");
        }
        check.of(said);
        return EraMatrix.WORKS;
    }

    private String members() {
        return row.asked().members();
    }

    private Said asked() throws Exception {
        return agent.ask(row.asked().method(), members());
    }

    private void emptyResult(Said said) {
        assertThat(said.result()).isEqualTo("{}");
    }

    private String exchange() throws Exception {
        String answer = row.answer(world.upstream.modern);
        JsonObject sent = new JsonObject("{" + members() + "}");
        JsonObject ref = sent.getJsonObject("ref", new JsonObject());
        String name = sent.getString("name", sent.getString("uri", ref.getString("name", ref.getString("uri"))));
        String method = row.asked().method();
        world.upstream.answers.put(method + " " + name.replaceFirst("^up__", ""), answer);
        Said said = asked();
        if (said.error() != null) {
            assertThat(said.message()).as("its data").contains(answer.substring(answer.indexOf("\"message\"")));
        } else {
            assertThat(said.result()).isEqualTo(expected(method, answer));
        }
        return outcome(said, _ -> {});
    }

    /** The server's own bytes, and in the modern era what a legacy server does not say, and what none may. */
    private String expected(String method, String answer) {
        String own = world.upstream.inOwnWords(method, answer);
        boolean keeps = method.equals("resources/read");
        if (!agent.isModern()) {
            return own;
        }
        return world.upstream.modern
                ? own.replace("\"cacheScope\":\"public\"", "\"cacheScope\":\"private\"")
                : "{\"resultType\":\"complete\"," + (keeps ? "\"ttlMs\":0,\"cacheScope\":\"private\"," : "")
                        + answer.substring(1);
    }

    private void heard(Said said) {
        EraQuestion question = Objects.requireNonNull(
                EraQuestion.BY_TOOL.get(members().split("\"")[3].replace("up__", "")));
        assertThat(said.before())
                .singleElement()
                .asString()
                .contains("\"method\":\"" + question.method() + "\"", "\"params\":" + question.params());
        assertThat(said.result())
                .contains("\"heard\":" + new JsonObject(EraAgent.ANSWERS.get(question.method())).encode());
        assertThat(said.result().contains("\"resultType\":\"complete\""))
                .isEqualTo(agent.isModern() || world.upstream.modern);
    }

    private void list(Said said) {
        String array = switch (row.asked().method()) {
            case "tools/list" -> "{\"name\":\"up__text\"," + EraWorld.TEXT + "]";
            case "prompts/list" -> "{\"prompts\":[{\"name\":\"up__greet\",\"n\":1.50},{\"name\":\"up__strict\"}]";
            case "resources/list" -> "{\"resources\":[{\"uri\":\"up://a\",\"name\":\"A\",\"n\":1.50}]";
            default -> "{\"resourceTemplates\":[{\"uriTemplate\":\"up://{id}\",\"n\":1.50}]";
        };
        assertThat(said.result()).endsWith(array + (agent.isModern() ? MODERN_TAIL : "}"));
    }

    private String pages() throws Exception {
        EraAgent other = world.agentOfMany(agent.revision);
        Said first = other.ask("tools/list", "");
        JsonObject page = new JsonObject(first.result());
        Said second = other.ask("tools/list", "\"cursor\":\"" + page.getString("nextCursor") + "\"");
        return outcome(second, said -> {
            JsonObject last = new JsonObject(said.result());
            assertThat(page.getJsonArray("tools").size()
                            + last.getJsonArray("tools").size())
                    .isEqualTo(EraWorld.MANY);
            assertThat(last.containsKey("nextCursor")).isFalse();
        });
    }

    private String initialize() throws Exception {
        String members = "\"protocolVersion\":\"" + agent.revision + "\",\"capabilities\":{}";
        return outcome(agent.ask("initialize", members), said -> {
            assertThat(said.result()).startsWith("{\"protocolVersion\":\"" + agent.revision + "\"");
            assertThat(agent.session()).isNotEmpty();
        });
    }

    private void discovered(Said said) {
        assertThat(said.result())
                .contains("[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\",\"2025-03-26\"]")
                .contains("\"resultType\":\"complete\"", "\"ttlMs\":", "\"cacheScope\":", "\"name\":\"tollgate\"");
    }

    private String unservedRevision() throws Exception {
        String meta = "{\"io.modelcontextprotocol/protocolVersion\":\"2030-01-01\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{"
                + (agent.isModern() ? "\"_meta\":" + meta : "") + "}}";
        Said said = agent.send(
                agent.raw(body).setHeader("MCP-Protocol-Version", "2030-01-01").header("Mcp-Method", "tools/list"));
        assertThat(said.message()).contains("\"supported\":[\"2026-07-28\",", "\"requested\":\"2030-01-01\"");
        return outcome(said, _ -> {});
    }

    private String noCapabilities() throws Exception {
        String meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}";
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{"
                + (agent.isModern() ? meta : "") + "}}";
        return outcome(agent.send(agent.raw(body).header("Mcp-Method", "tools/list")), _ -> {});
    }

    private String batch() throws Exception {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        Said said = agent.send(agent.raw("[" + ping + "," + ping.replace("1,", "2,") + "]"));
        return outcome(
                said,
                both -> assertThat(both.message())
                        .isEqualTo("[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}},"
                                + "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}]"));
    }

    private EraPosted lastCall() {
        return world.upstream.posted("tools/call").getLast();
    }

    private String paramHeaders() throws Exception {
        String members = "\"name\":\"up__region\",\"arguments\":{\"region\":\"eu\"}";
        var request = agent.request("tools/call", members, "");
        return outcome(agent.send(agent.isModern() ? request.header("Mcp-Param-Region", "eu") : request), _ -> {
            assertThat(lastCall().request().getHeader("Mcp-Param-Region"))
                    .isEqualTo(world.upstream.modern ? "eu" : null);
        });
    }

    private String meta() throws Exception {
        world.upstream.answers.put("tools/call text", "{\"content\":[]}");
        String own = "\"traceparent\":\"00-" + TRACE + "-00f067aa0ba902b7-01\",\"vendor.example/x\":{\"n\":1.50},"
                + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"agent\",\"version\":\"1\"}";
        return outcome(agent.ask("tools/call", "\"name\":\"up__text\",\"arguments\":{}", own), _ -> {
            assertThat(lastCall().text())
                    .contains("\"vendor.example/x\":{\"n\":1.50}", "\"traceparent\":\"00-" + TRACE)
                    .doesNotContain("00f067aa0ba902b7", "\"name\":\"agent\"");
            assertThat(lastCall().meta().getString("io.modelcontextprotocol/protocolVersion"))
                    .isEqualTo(world.upstream.modern ? "2026-07-28" : null);
        });
    }

    private Said progressing() throws Exception {
        return agent.ask("tools/call", "\"name\":\"up__progress\",\"arguments\":{}", "\"progressToken\":\"mine\"");
    }

    private String progress() throws Exception {
        return outcome(
                progressing(),
                said -> assertThat(said.before())
                        .filteredOn(line -> line.startsWith("{"))
                        .singleElement()
                        .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":"
                                + "{\"progressToken\":\"mine\",\"progress\":1}}"));
    }

    private String resumption() throws Exception {
        return progressing().named() ? EraMatrix.WORKS : "the revision has none: its events have no ids";
    }

    private String logging() throws Exception {
        if (!agent.isModern()) {
            assertThat(agent.ask("logging/setLevel", "\"level\":\"warning\"").result())
                    .isEqualTo("{}");
        }
        String level = agent.isModern() ? "\"io.modelcontextprotocol/logLevel\":\"warning\"" : "";
        return outcome(agent.ask("tools/call", "\"name\":\"up__log\",\"arguments\":{}", level), said -> {
            List<String> levels = new ArrayList<>();
            said.before().stream()
                    .filter(line -> line.startsWith("{"))
                    .forEach(line -> levels.add(
                            new JsonObject(line).getJsonObject("params").getString("level")));
            assertThat(levels).containsExactly("warning", "error");
        });
    }
}
