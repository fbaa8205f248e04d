package dev.tollgate.e2e.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An agent on the official TypeScript client, which takes up by itself a stream that it loses. */
public final class ResumingClient {
    private ResumingClient() {}

    /**
     * Calls a tool without arguments.
     *
     * @return {@code progress}, the numbers that were told; {@code tokens}, how many event ids were seen; and a
     *     {@code result} or an {@code error}
     */
    public static JsonNode call(ClientFolder packages, URI mcp, String secret, String tool)
            throws IOException, InterruptedException {
        var script = NodeSources.of("resumption", packages).resolve("call.mjs");
        var job = Map.of("url", mcp.toString(), "headers", Map.of("Authorization", "Bearer " + secret), "tool", tool);
        var run = Run.of(
                List.of(packages.node().toString(), script.toString()),
                new String(WireJson.encode(job), StandardCharsets.UTF_8));
        if (run.status() != 0) {
            throw new AssertionError("the client's process failed: " + run);
        }
        return WireJson.decode(run.output().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
