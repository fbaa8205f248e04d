package dev.tollgate.gateway.upstream.openapi;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.upstream.UpstreamCapabilities;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import dev.tollgate.openapi.ApiDocument;
import dev.tollgate.openapi.ApiTool;
import dev.tollgate.openapi.BoundTool;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service's document as it was read.
 *
 * @param list the result of {@code tools/list}
 */
record Document(UpstreamIdentity identity, URI baseUrl, Map<String, BoundTool> tools, Buffer list, long atNanos) {
    private static final UpstreamCapabilities CAPABILITIES =
            new UpstreamCapabilities(true, false, false, false, false, false);

    Document {
        tools = Map.copyOf(tools);
    }

    static Document of(ApiDocument read, URI baseUrl) {
        Map<String, BoundTool> tools = new HashMap<>();
        JsonBytes list = new JsonBytes(1024).raw("{\"tools\":[");
        for (ApiTool tool : read.tools()) {
            list.raw(tools.isEmpty() ? "" : ",").raw(tool.definition());
            tools.put(tool.name(), new BoundTool(tool, baseUrl));
        }
        UpstreamIdentity identity = new UpstreamIdentity(read.title(), read.version(), "openapi", CAPABILITIES);
        return new Document(identity, baseUrl, tools, list.raw("]}").toBuffer(), System.nanoTime());
    }

    @Nullable
    BoundTool tool(@Nullable String name) {
        return name == null ? null : tools.get(name);
    }
}
