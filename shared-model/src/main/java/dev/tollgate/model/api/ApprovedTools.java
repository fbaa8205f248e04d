package dev.tollgate.model.api;

import java.util.List;
import java.util.UUID;

/**
 * What came of an approval of several tools.
 *
 * @param server as it is afterwards
 * @param approved how many of the tools that were named are approved now, as they were seen
 * @param changed tools whose definitions were others by then, or that were retired; they are as they were
 */
public record ApprovedTools(Server server, int approved, List<Changed> changed) {
    /**
     * @param hash of the definition that there is now, to be looked at
     */
    public record Changed(UUID id, String name, String hash) {}
}
