package dev.tollgate.ui.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.api.ApproveTools;
import dev.tollgate.model.api.DecideTools;
import dev.tollgate.model.api.DecidedTools;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolCaller;
import dev.tollgate.model.api.ToolDiff;
import dev.tollgate.model.api.ToolNaming;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.client.ToolCatalog;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tools in memory. */
interface FakeTools extends TollgateApi {
    FakeContent content();

    @Override
    default Page<Tool> tools(
            @Nullable UUID server,
            Tool.@Nullable State state,
            @Nullable String search,
            int limit,
            @Nullable String cursor) {
        return content()
                .page(
                        content().tools.stream()
                                .filter(tool ->
                                        server == null || tool.serverId().equals(server))
                                .filter(tool -> state == null || tool.state() == state)
                                .filter(tool -> search == null || tool.name().contains(search))
                                .toList(),
                        limit,
                        cursor);
    }

    @Override
    default Tool tool(UUID id) {
        return content().answer(FakeContent.one(content().tools, Tool::id, id));
    }

    @Override
    default Tool approveTool(UUID id, String ifMatch) {
        Tool old = FakeContent.one(content().tools, Tool::id, id);
        FakeContent.precondition(ifMatch, old.version());
        content().log.add("approveTool " + id);
        return content().swap(content().tools, old, in(old, Tool.State.APPROVED));
    }

    @Override
    default Tool rejectTool(UUID id, String ifMatch) {
        Tool old = FakeContent.one(content().tools, Tool::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content().swap(content().tools, old, rejected(old));
    }

    @Override
    default DecidedTools rejectTools(UUID serverId, String ifMatch, DecideTools seen) {
        Server server = FakeContent.one(content().servers, Server::id, serverId);
        FakeContent.precondition(ifMatch, server.version());
        List<Tool> decided = content().tools.stream()
                .filter(tool -> seen.tools().contains(ApproveTools.Seen.of(tool)))
                .toList();
        decided.forEach(tool -> content().swap(content().tools, tool, rejected(tool)));
        return new DecidedTools(server, decided.size(), List.of());
    }

    @Override
    default DecidedTools retireTools(UUID serverId, String ifMatch, DecideTools seen) {
        Server server = FakeContent.one(content().servers, Server::id, serverId);
        FakeContent.precondition(ifMatch, server.version());
        List<Tool> decided = content().tools.stream()
                .filter(tool -> seen.tools().contains(ApproveTools.Seen.of(tool)))
                .toList();
        decided.forEach(tool -> content().swap(content().tools, tool, in(tool, Tool.State.RETIRED)));
        return new DecidedTools(server, decided.size(), List.of());
    }

    /** What was approved goes on; what never was is away. */
    private static Tool rejected(Tool old) {
        boolean served = old.pendingDefinition() != null;
        return new Tool(
                old.id(),
                old.serverId(),
                old.serverName(),
                old.name(),
                old.exposedName(),
                old.title(),
                old.description(),
                old.alias(),
                old.descriptionOverride(),
                old.callApproval(),
                old.flags(),
                served ? Tool.State.APPROVED : Tool.State.RETIRED,
                old.definition(),
                old.definitionHash(),
                null,
                null,
                old.firstSeenAt(),
                old.lastSeenAt(),
                old.version() + 1);
    }

    @Override
    default Tool retireTool(UUID id, String ifMatch) {
        Tool old = FakeContent.one(content().tools, Tool::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content().swap(content().tools, old, in(old, Tool.State.RETIRED));
    }

    @Override
    default Tool nameTool(UUID id, String ifMatch, ToolNaming naming) {
        Tool old = FakeContent.one(content().tools, Tool::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content()
                .swap(
                        content().tools,
                        old,
                        new Tool(
                                id,
                                old.serverId(),
                                old.serverName(),
                                old.name(),
                                Optional.ofNullable(naming.alias()).orElse(ToolCatalog.canonicalName(old)),
                                old.title(),
                                old.description(),
                                naming.alias(),
                                naming.description(),
                                naming.callApproval(),
                                old.flags(),
                                old.state(),
                                old.definition(),
                                old.definitionHash(),
                                old.pendingDefinition(),
                                old.pendingDefinitionHash(),
                                old.firstSeenAt(),
                                old.lastSeenAt(),
                                old.version() + 1));
    }

    @Override
    default ToolDiff toolDiff(UUID id) {
        Tool tool = FakeContent.one(content().tools, Tool::id, id);
        JsonNode pending = tool.pendingDefinition();
        return content()
                .answer(new ToolDiff(
                        pending == null
                                ? List.of()
                                : List.of(new ToolDiff.Change(
                                        "/description",
                                        tool.definition().get("description"),
                                        pending.get("description")))));
    }

    @Override
    default Page<ToolCaller> toolCallers(UUID id, int limit, @Nullable String cursor) {
        Tool tool = FakeContent.one(content().tools, Tool::id, id);
        return content()
                .page(
                        content().keys.stream()
                                .flatMap(key -> keyTools(key.id()).stream()
                                        .filter(seen -> seen.toolId().equals(tool.id()))
                                        .map(seen -> new ToolCaller(
                                                key.id(), key.name(), key.owner(), key.ownerName(), seen.through())))
                                .toList(),
                        limit,
                        cursor);
    }

    static Tool in(Tool tool, Tool.State state) {
        return new Tool(
                tool.id(),
                tool.serverId(),
                tool.serverName(),
                tool.name(),
                state == Tool.State.APPROVED ? ToolCatalog.canonicalName(tool) : null,
                tool.title(),
                tool.description(),
                tool.alias(),
                tool.descriptionOverride(),
                tool.callApproval(),
                tool.flags(),
                state,
                Optional.ofNullable(tool.pendingDefinition()).orElse(tool.definition()),
                tool.definitionHash(),
                null,
                null,
                tool.firstSeenAt(),
                tool.lastSeenAt(),
                tool.version() + 1);
    }
}
