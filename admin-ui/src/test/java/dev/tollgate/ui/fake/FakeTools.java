package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Tool;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.client.ToolCatalog;
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
    default Tool retireTool(UUID id, String ifMatch) {
        Tool old = FakeContent.one(content().tools, Tool::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content().swap(content().tools, old, in(old, Tool.State.RETIRED));
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
