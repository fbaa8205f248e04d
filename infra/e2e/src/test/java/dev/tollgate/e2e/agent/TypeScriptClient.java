package dev.tollgate.e2e.agent;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.stack.Workplace;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An agent built on the official TypeScript client: connects, lists, calls, leaves. */
public final class TypeScriptClient {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ClientFolder clients;
    private final URI mcp;
    private final String secret;

    private TypeScriptClient(ClientFolder clients, URI mcp, String secret) {
        this.clients = clients;
        this.mcp = mcp;
        this.secret = secret;
    }

    public static TypeScriptClient with(Tollgate tollgate, String secret) throws IOException, InterruptedException {
        return new TypeScriptClient(ClientFolder.in(tollgate), tollgate.mcp(), secret);
    }

    /** Which client speaks which era. */
    public enum Build {
        V1_LEGACY("v1", Era.LEGACY),
        V2_LEGACY("v2", Era.LEGACY),
        V2_MODERN("v2", Era.MODERN),
        /** Finds out which era there is. */
        V2_AUTO("v2-auto", Era.MODERN),
        /** Speaks over its standard input and output alone, and reaches the gateway by mcp-remote. */
        V1_BY_MCP_REMOTE("mcp-remote", Era.LEGACY);

        private final String client;
        private final Era era;

        Build(String client, Era era) {
            this.client = client;
            this.era = era;
        }

        public Era era() {
            return era;
        }
    }

    /** One call that an agent makes. */
    public record Call(String tool, Map<String, ?> arguments) {}

    /** Whole whenever a client begins to read it, though another suite has it written at the same time. */
    private static Path script() throws IOException {
        var beside = Files.createTempFile(Workplace.target(), "agent", ".cjs");
        Files.write(beside, ClientFolder.bytes("agent.cjs"));
        return Files.move(beside, Workplace.target().resolve("agent.cjs"), ATOMIC_MOVE, REPLACE_EXISTING);
    }

    /** What the client reports: {@code protocolVersion}, {@code tools}, {@code results}, or a {@code failure}. */
    public JsonNode visit(Build build, List<Call> calls) throws IOException, InterruptedException {
        var job = JSON.objectNode();
        job.put("client", build.client);
        job.put("era", build.era.name().toLowerCase(Locale.ROOT));
        job.put("url", mcp.toString());
        job.putObject("headers").put("Authorization", "Bearer " + secret);
        var list = job.putArray("calls");
        for (var call : calls) {
            var one = list.addObject().put("name", call.tool());
            one.set("arguments", WireJson.decode(WireJson.encode(call.arguments()), JsonNode.class));
        }
        var argv = List.of(
                clients.node().toString(), script().toString(), clients.root().toString());
        var run = Run.of(argv, job.toString());
        if (run.status() != 0) {
            throw new AssertionError("the client's process failed: " + run);
        }
        return WireJson.decode(run.output().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
