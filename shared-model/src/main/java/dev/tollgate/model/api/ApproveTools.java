package dev.tollgate.model.api;

import java.util.List;
import java.util.UUID;

/**
 * Approves waiting tools of a server, as an admin saw them.
 *
 * @param tools those that were seen; what is not named goes on waiting
 */
public record ApproveTools(List<Seen> tools) {
    /**
     * @param hash of the definition that was seen: the pending one's where there is one, otherwise the tool's own
     */
    public record Seen(UUID id, String hash) {
        /** What an admin sees of a tool that waits. */
        public static Seen of(Tool tool) {
            String pending = tool.pendingDefinitionHash();
            return new Seen(tool.id(), pending == null ? tool.definitionHash() : pending);
        }
    }
}
