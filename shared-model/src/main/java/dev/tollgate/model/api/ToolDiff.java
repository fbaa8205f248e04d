package dev.tollgate.model.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what a server says a tool is now differs from what is pinned.
 *
 * @param changes by path; empty if nothing waits
 */
public record ToolDiff(List<Change> changes) {
    /**
     * One place that differs.
     *
     * @param path a JSON pointer (RFC 6901); empty for the whole
     * @param before absent where it was added
     * @param after absent where it was taken away
     */
    public record Change(
            String path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}
}
