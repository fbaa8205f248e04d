package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.token.ListedTool;
import dev.tollgate.gateway.upstream.ParamHeader;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tool under the name that agents of its environment know it by. */
public final class ExposedTool implements ListedTool {
    private static final Members.Wanted NAME = Members.Wanted.of("name");
    private static final Members.Wanted NAME_AND_DESCRIPTION = Members.Wanted.of("name", "description");

    private final ToolConfig tool;
    private final ServerConfig server;
    private final String exposedName;
    private final String canonicalName;
    private final byte[] quotedUpstreamName;
    /** In the definition's UTF-8 bytes. */
    private final Span nameInDefinition;

    private final @Nullable CallRule rule;

    private volatile @Nullable List<ParamHeader> paramHeaders;
    private volatile @Nullable TaskSupport taskSupport;
    private volatile int definitionBytes;

    private ExposedTool(
            ToolConfig tool, ServerConfig server, String exposedName, Span nameInDefinition, @Nullable CallRule rule) {
        this.nameInDefinition = nameInDefinition;
        this.rule = rule;
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
    public static Optional<ExposedTool> of(ToolConfig tool, ServerConfig server, String exposedName) {
        try {
            byte[] sent = tool.definition().getBytes(StandardCharsets.UTF_8);
            JsonReader reader = new JsonReader(sent);
            // A description only matters where it is to be replaced.
            Members members = Members.read(reader, tool.description() == null ? NAME : NAME_AND_DESCRIPTION);
            Span name = members.get(0);
            reader.expectEnd();
            String pending = tool.pendingInputSchema();
            CallRule rule = pending == null ? null : CallRule.of(new PendingSchema(pending));
            return name == null
                    ? Optional.empty()
                    : Optional.of(new ExposedTool(tool, server, exposedName, name, rule));
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    /** The same tool for a key that may call it where these conditions let it. */
    ExposedTool under(GrantConditions conditions) {
        return new ExposedTool(tool, server, exposedName, nameInDefinition, CallRule.of(conditions, rule));
    }

    /** What a call must fulfil; null, as it mostly is, if nothing. */
    public @Nullable CallRule rule() {
        return rule;
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

    /** Whether its calls run as tasks of the legacy era. */
    public TaskSupport taskSupport() {
        TaskSupport known = taskSupport;
        if (known == null) {
            known = TaskSupport.of(tool.definition());
            taskSupport = known;
        }
        return known;
    }

    /** The definition as its server sent it, but for the name and a description that the tenant replaces. */
    @Override
    public byte[] definition() {
        byte[] sent = tool.definition().getBytes(StandardCharsets.UTF_8);
        return tool.description() == null ? named(sent, nameInDefinition) : described(sent, tool.description());
    }

    @Override
    public int definitionBytes() {
        int known = definitionBytes;
        if (known == 0) {
            known = definition().length;
            definitionBytes = known;
        }
        return known;
    }

    /** A hash of the definition says nothing of how it is written. */
    private record Text(
            String definitionHash,
            int textHash,
            String name,
            @Nullable String description) {}

    @Override
    public Object sameText() {
        return new Text(tool.definitionHash(), tool.definition().hashCode(), exposedName, tool.description());
    }

    private byte[] named(byte[] sent, Span name) {
        return new JsonBytes(sent.length + exposedName.length())
                .append(sent, 0, name.start())
                .quoted(exposedName)
                .append(sent, name.end(), sent.length)
                .toBytes();
    }

    private byte[] described(byte[] sent, String description) {
        Span name = nameInDefinition;
        Span old = oldDescription(sent);
        JsonBytes out = new JsonBytes(sent.length + exposedName.length() + description.length() + 24);
        if (old == null) {
            return out.append(sent, 0, name.start())
                    .quoted(exposedName)
                    .raw(",\"description\":")
                    .quoted(description)
                    .append(sent, name.end(), sent.length)
                    .toBytes();
        }
        boolean nameFirst = name.start() < old.start();
        Span first = nameFirst ? name : old;
        Span second = nameFirst ? old : name;
        return out.append(sent, 0, first.start())
                .quoted(nameFirst ? exposedName : description)
                .append(sent, first.end(), second.start())
                .quoted(nameFirst ? description : exposedName)
                .append(sent, second.end(), sent.length)
                .toBytes();
    }

    private static @Nullable Span oldDescription(byte[] sent) {
        try {
            return Members.read(new JsonReader(sent), NAME_AND_DESCRIPTION).get(1);
        } catch (MalformedJson e) {
            throw new IllegalStateException("a tool whose definition is malformed is not exposed", e);
        }
    }
}
