package dev.tollgate.ui.client;

import dev.tollgate.model.api.Tool;
import dev.tollgate.model.config.ToolPattern;
import java.util.List;

/** The tenant's tools, for telling people what a pattern would match before they save it. */
public record ToolCatalog(List<Tool> tools) {
    public static ToolCatalog read(TollgateApi api) {
        return new ToolCatalog(Keyset.all((limit, cursor) -> api.tools(null, null, null, limit, cursor)));
    }

    /** What patterns are matched against, whatever a tool is exposed as. */
    public static String canonicalName(Tool tool) {
        return tool.serverName() + "__" + tool.name();
    }

    /** Tools that are not retired and match at least one pattern. */
    public List<Tool> matching(List<String> patterns) {
        return tools.stream()
                .filter(tool -> tool.state() != Tool.State.RETIRED)
                .filter(tool -> patterns.stream().anyMatch(glob -> ToolPattern.matches(glob, canonicalName(tool))))
                .toList();
    }
}
