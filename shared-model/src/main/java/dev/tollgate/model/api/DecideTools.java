package dev.tollgate.model.api;

import java.util.List;

/**
 * Rejects or retires waiting tools of a server, as an admin saw them.
 *
 * @param tools those that were seen; what is not named goes on waiting
 */
public record DecideTools(List<ApproveTools.Seen> tools) {}
