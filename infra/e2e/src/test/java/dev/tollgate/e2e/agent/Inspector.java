package dev.tollgate.e2e.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The MCP Inspector on the command line, with a key. */
public final class Inspector {
    private final ClientFolder clients;
    private final URI mcp;
    private final String secret;

    private Inspector(ClientFolder clients, URI mcp, String secret) {
        this.clients = clients;
        this.mcp = mcp;
        this.secret = secret;
    }

    public static Inspector with(Tollgate tollgate, String secret) throws IOException, InterruptedException {
        return new Inspector(ClientFolder.in(tollgate), tollgate.mcp(), secret);
    }

    /** The names that {@code tools/list} prints. */
    public List<String> tools(Era era) throws IOException, InterruptedException {
        var names = new ArrayList<String>();
        printed(run(era, "--method", "tools/list"))
                .required("tools")
                .forEach(tool -> names.add(tool.required("name").asText()));
        return names;
    }

    /** What a call prints. */
    public JsonNode call(Era era, String tool, String argument) throws IOException, InterruptedException {
        return printed(run(era, "--method", "tools/call", "--tool-name", tool, "--tool-arg", argument));
    }

    /** What a method without a tool prints. */
    public JsonNode ask(Era era, String... arguments) throws IOException, InterruptedException {
        return printed(run(era, arguments));
    }

    /** What it complains of where it fails; fails where it doesn't. */
    public String refusal(Era era, String... arguments) throws IOException, InterruptedException {
        var run = run(era, arguments);
        if (run.status() == 0) {
            throw new AssertionError("the Inspector was not refused: " + run.output());
        }
        return run.complaints() + run.output();
    }

    private static JsonNode printed(Run run) {
        if (run.status() != 0) {
            throw new AssertionError("the Inspector failed: " + run);
        }
        return WireJson.decode(run.output().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    private Run run(Era era, String... arguments) throws IOException, InterruptedException {
        var argv = new ArrayList<>(
                List.of(clients.node().toString(), clients.inspector().toString(), "--cli", mcp.toString()));
        argv.addAll(List.of("--transport", "http", "--header", "Authorization: Bearer " + secret));
        argv.addAll(List.of("--protocol-era", era.name().toLowerCase(Locale.ROOT), "--quiet"));
        argv.addAll(List.of("--stored-auth-only"));
        argv.addAll(List.of(arguments));
        return Run.of(argv, "");
    }
}
