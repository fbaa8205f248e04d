package dev.tollgate.model.api;

import java.util.List;

/**
 * What came of a rejection or retirement of several tools.
 *
 * @param server as it is afterwards
 * @param decided how many of the tools that were named are so now, as they were seen
 * @param changed tools that did not wait any more, or with another definition; they are as they were
 */
public record DecidedTools(Server server, int decided, List<ApprovedTools.Changed> changed) {}
