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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tool under the name that agents of its environment know it by. */
public final class ExposedTool {
    private static final Members.Wanted NAME = Members.Wanted.of("name");

    private final ToolConfig tool;
    private final ServerConfig server;
    private final String exposedName;
    private final String canonicalName;
    private final byte[] quotedUpstreamName;
    /** In the definition's UTF-8 bytes. */
    private final Span nameInDefinition;

    private volatile @Nullable List<ParamHeader> paramHeaders;

    private ExposedTool(ToolConfig tool, ServerConfig server, String exposedName, Span nameInDefinition) {
        this.nameInDefinition = nameInDefinition;
        this.tool = tool;
        this.server = server;
        this.exposedName = exposedName;
        this.canonicalName = ToolNames.canonical(server.name(), tool.name());
        this.quotedUpstreamName = JsonText.quote(tool.name());
    }

    /**
     * Exposes a tool; empty if its definition is no object with one name. An upstream wrote the definition, so a bad one
     * costs that tool and must not hold up a tenant's revision.
     */
    static Optional<ExposedTool> of(ToolConfig tool, ServerConfig server, String exposedName) {
        try {
            byte[] sent = tool.definition().getBytes(StandardCharsets.UTF_8);
            JsonReader reader = new JsonReader(sent);
            Span name = Members.read(reader, NAME).get(0);
            reader.expectEnd();
            return name == null ? Optional.empty() : Optional.of(new ExposedTool(tool, server, exposedName, name));
        } catch (MalformedJson e) {
            return Optional.empty();
        }
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
        return new JsonBytes(sent.length + exposedName.length())
                .append(sent, 0, nameInDefinition.start())
                .quoted(exposedName)
                .append(sent, nameInDefinition.end(), sent.length)
                .toBytes();
    }
}
