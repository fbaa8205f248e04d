package dev.tollgate.gateway.code;

import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import dev.tollgate.starlark.Program;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A script of the gateway's own that does a little of all that scripts do, so that what they need is loaded before a tenant
 * sends its first. Its tool is nobody's, and answers from here.
 */
final class Rehearsal {
    private static final String SCRIPT = """
            def shown(hits):
                return [{"name": hit["name"], "line": f"{hit['name']} ({hit['score']:.1f})"} for hit in hits if hit["score"] > 1]

            lines = []
            for word in ["a", "b"]:
                answer = rehearsal.look(word = word, limit = 3)
                for line in shown(answer["hits"]):
                    lines.append(line)
            lines = sorted(lines, key = lambda line: line["name"])
            refused = try_call(rehearsal.look, word = "")
            if refused.ok or len(lines) < 2:
                fail("nothing was looked up")
            together = parallel([lambda: rehearsal.look("c"), lambda: len(lines)])
            counts = {}
            for word in "one two one".split(" "):
                counts[word] = counts.get(word, 0) + 1
            total = 0
            for i, count in enumerate(counts.values()):
                total += i * count
            print("%d: %s" % (total, ", ".join([str(x).upper() for x in [1, 2.5, None, True, "x"]])))
            result = {
                "lines": lines[:2],
                "counts": [[word, counts[word]] for word in counts],
                "together": together[1],
                "text": json.encode(json.decode('{"a": [1, 2.5, "x"]}')),
            }
            """;

    /** What an agent is told of a name that is nearly right. */
    private static final String MISTAKEN = "rehearsal.lok(word = \"a\")";

    private static final String DEFINITION = """
            {"name":"look","description":"Looks a word up.","inputSchema":{"type":"object","required":["word"],
            "properties":{"word":{"type":"string"},"limit":{"type":"integer","default":10}}},
            "outputSchema":{"type":"object","properties":{"hits":{"type":"array","items":{"type":"object"}}}}}
            """;

    private static final byte[] FOUND = """
            {"content":[{"type":"text","text":"two"}],"structuredContent":{"hits":[{"name":"b","score":1.5},{"name":"a","score":2}]}}
            """.getBytes(StandardCharsets.UTF_8);

    private static final ScriptMaxima LIMITS = new ScriptMaxima(100_000, 1 << 20, 10_000, 10, 10);

    private Rehearsal() {}

    /** Runs it on the calling thread. It ends as {@link ScriptEnd.Kind#DONE}. */
    static ScriptEnd run() {
        ScriptTools tools = tools();
        run(MISTAKEN, tools);
        return run(SCRIPT, tools);
    }

    private static ScriptEnd run(String code, ScriptTools tools) {
        Script script = new Script(code, tools, LIMITS, Rehearsal.class, Pauses.NEVER);
        return new ScriptRun(
                        script,
                        (_, _, _, arguments) -> CompletableFuture.completedFuture(answer(arguments)),
                        new Turns(1, Allocation.UNBOUNDED),
                        new MemoryPool(0).share(),
                        Duration.ofSeconds(LIMITS.seconds()),
                        () -> {})
                .run(Program::compile);
    }

    private static ToolCaller.Answer answer(byte[] arguments) {
        return new String(arguments, StandardCharsets.UTF_8).contains("\"word\":\"\"")
                ? new ToolCaller.Answer.Refused("is asked for nothing")
                : new ToolCaller.Answer.Result(FOUND);
    }

    private static ScriptTools tools() {
        TenantId tenant = new TenantId(new UUID(0, 0));
        ServerConfig server = new ServerConfig(
                tenant,
                new ServerId(new UUID(0, 0)),
                new EnvironmentId(new UUID(0, 0)),
                new Slug("rehearsal"),
                new Transport.StreamableHttp(URI.create("http://127.0.0.1:1/mcp")),
                List.of(),
                PrefixMode.ALWAYS,
                true,
                ServerConfig.TIMEOUT_MILLIS_MAX);
        ToolConfig tool = new ToolConfig(
                tenant, new ToolId(new UUID(0, 0)), server.id(), "look", null, null, DEFINITION, "", null);
        ExposedTool exposed = ExposedTool.of(tool, server, "look").orElseThrow();
        String name = server.name().value();
        TreeMap<String, ScriptTool> functions = new TreeMap<>();
        functions.put("look", new ScriptTool(exposed, name, "look", ""));
        TreeMap<String, ScriptTools.Namespace> namespaces = new TreeMap<>();
        namespaces.put(name, new ScriptTools.Namespace(name, name, server.stubs(), functions));
        return new ScriptTools(namespaces);
    }
}
