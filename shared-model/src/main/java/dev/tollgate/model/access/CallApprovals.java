package dev.tollgate.model.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.Slug;
import org.jspecify.annotations.Nullable;

/**
 * The rule of when somebody is asked before a tool is called: as is said of the tool; or else, where the tenant wants to be
 * asked, of any tool that may destroy something, because the tenant lists it or by the hints of its approved definition. As
 * in MCP, a tool only reads if it says {@code readOnlyHint: true}, and one that does not only read may destroy something
 * unless it says {@code destructiveHint: false}.
 */
public final class CallApprovals {
    private static final JsonMapper MAPPER = new JsonMapper();

    private CallApprovals() {}

    /**
     * It reads the whole definition where only its hints decide: to be called once a definition, not once a call.
     *
     * @param server the tool's
     * @param tenant absent as long as it is not published
     */
    public static boolean asksFirst(ToolConfig tool, Slug server, @Nullable TenantConfig tenant) {
        CallApproval said = tool.callApproval();
        if (said == null) {
            return tenant != null
                    && tenant.asksBeforeDestructive()
                    && (tenant.namesAsDestructive(ToolNames.canonical(server, tool.name()))
                            || mayDestroy(tool.definition()));
        }
        return switch (said) {
            case ASK_FIRST -> true;
            case NEVER -> false;
        };
    }

    /**
     * Whether a tool may destroy something, by what it says of itself.
     *
     * @param definition what is no JSON object says nothing
     */
    public static boolean mayDestroy(String definition) {
        JsonNode hints = hints(definition);
        return !isHint(hints, "readOnlyHint", true) && !isHint(hints, "destructiveHint", false);
    }

    private static JsonNode hints(String definition) {
        try {
            return MAPPER.readTree(definition).path("annotations");
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    private static boolean isHint(JsonNode hints, String name, boolean value) {
        JsonNode hint = hints.path(name);
        return hint.isBoolean() && hint.booleanValue() == value;
    }
}
