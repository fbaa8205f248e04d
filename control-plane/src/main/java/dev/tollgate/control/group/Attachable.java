package dev.tollgate.control.group;

import dev.tollgate.control.publish.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Things that tool groups are attached to; implemented where the things are. */
public interface Attachable {
    /** Whether a target such as {@code key:<id>} is of this sort. */
    boolean covers(String target);

    /** What is wrong with attaching a group to a target. */
    Optional<String> fault(UUID group, String target);

    /** The targets of each group; a group without any may be missing. */
    Map<UUID, List<String>> targets(Collection<UUID> groups);

    /** Attaches the group to these targets, which have no fault, and to none else of this sort. */
    void attach(UUID group, Set<String> targets, Change change);
}
