package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool under the name that agents of its environment know it by. */
public final class ExposedTool {
    private static final Members.Wanted NAME = Members.Wanted.of("name");

    private final ToolConfig tool;
    private final ServerConfig server;
    private final String exposedName;
    private final String canonicalName;
    private final byte[] quotedUpstreamName;
    private volatile @Nullable List<ParamHeader> paramHeaders;

    ExposedTool(ToolConfig tool, ServerConfig server, String exposedName) {
        this.tool = tool;
        this.server = server;
        this.exposedName = exposedName;
        this.canonicalName = ToolNames.canonical(server.name(), tool.name());
        this.quotedUpstreamName = JsonText.quote(tool.name());
    }

    public ToolConfig tool() {
        return tool;
    }

    public ServerConfig server() {
        return server;
    }

    public String exposedName() {
        return exposedName;
    }

    /** {@code <server>__<tool>}. */
    public String canonicalName() {
        return canonicalName;
    }

    /** The name on its server as a JSON string; not to be changed. */
    public byte[] quotedUpstreamName() {
        return quotedUpstreamName;
    }

    /** The arguments that a request in the modern era repeats in headers. */
    public List<ParamHeader> paramHeaders() {
        List<ParamHeader> known = paramHeaders;
        if (known == null) {
            known = ParamHeader.of(tool.definition());
            paramHeaders = known;
        }
        return known;
    }

    /** The definition as its server sent it, but for the name. */
    byte[] definition() {
        byte[] sent = tool.definition().getBytes(StandardCharsets.UTF_8);
        try {
            Span name = Members.read(new JsonReader(sent), NAME).get(0);
            if (name == null) {
                throw new IllegalStateException("an approved definition has a name: " + tool.id());
            }
            return new JsonBytes(sent.length + exposedName.length())
                    .append(sent, 0, name.start())
                    .quoted(exposedName)
                    .append(sent, name.end(), sent.length)
                    .toBytes();
        } catch (MalformedJson e) {
            throw new IllegalStateException("an approved definition is a JSON object: " + tool.id(), e);
        }
    }
}
