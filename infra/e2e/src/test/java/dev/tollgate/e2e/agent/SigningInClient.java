package dev.tollgate.e2e.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.stack.Workplace;
import dev.tollgate.model.wire.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The official TypeScript client with its own OAuth and no key; its person's part is played by the suite. */
public final class SigningInClient implements AutoCloseable {
    public static final String REDIRECT_URI = "http://127.0.0.1:1/callback";

    private final Process process;
    private final BufferedReader says;
    private final Writer told;
    private final Path complaints;

    private SigningInClient(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
        this.says = process.inputReader(StandardCharsets.UTF_8);
        this.told = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * @param tool that it calls, without arguments
     */
    public static SigningInClient started(Tollgate tollgate, URI mcp, String tool)
            throws IOException, InterruptedException {
        return running(tollgate, "client.mjs", Map.of(), List.of(mcp.toString(), tool));
    }

    /**
     * One of the clients that sign people in.
     *
     * @param script its name below {@code node/signin}, which says what it is told
     * @param environment beside the path
     */
    public static SigningInClient running(
            Tollgate tollgate, String script, Map<String, String> environment, List<String> told)
            throws IOException, InterruptedException {
        ClientFolder packages = ClientFolder.in(tollgate);
        Path complaints = Files.createTempFile(Workplace.target(), "signing-in-client", ".err");
        List<String> argv = new ArrayList<>(List.of(
                packages.node().toString(),
                NodeSources.of("signin", packages).resolve(script).toString()));
        argv.addAll(told);
        var builder = new ProcessBuilder(argv).redirectError(complaints.toFile());
        builder.environment().keySet().retainAll(Set.of("PATH"));
        builder.environment().putAll(environment);
        return new SigningInClient(builder.start(), complaints);
    }

    /** What it says next. */
    public JsonNode says() throws IOException {
        String line = says.readLine();
        if (line == null) {
            throw new AssertionError("the client has ended: " + Files.readString(complaints));
        }
        return WireJson.decode(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    public void hears(String line) throws IOException {
        told.write(line + "\n");
        told.flush();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
