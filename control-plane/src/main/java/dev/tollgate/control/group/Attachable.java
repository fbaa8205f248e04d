package dev.tollgate.control.group;

import dev.tollgate.control.publish.Change;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.id.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A sort of things that tool groups are attached to; implemented where the things are. */
public interface Attachable {
    /** One of the things. */
    interface Holder {
        /** As clients write it, such as {@code key:<id>}. */
        String target();

        /** The groups attached to it; to be changed in place. */
        Set<UUID> groups();

        ConfigResource toConfig(TenantId tenant);

        /** Publishes it as it is now, if gateways are to know it. */
        default void publish(Change change) {
            change.put(toConfig(change.tenant()));
        }
    }

    /** What one of them is called. */
    String noun();

    /** How many groups one of them may have. */
    int groupsMax();

    /** Whether a target is of this sort. */
    boolean covers(String target);

    /** The one that is meant; empty if there is none, or none any more. */
    Optional<? extends Holder> find(String target);

    /** All that the group is attached to. */
    List<? extends Holder> withGroup(UUID group);

    /** The targets of each group; a group without any may be missing. */
    Map<UUID, List<String>> targets(Collection<UUID> groups);
}
