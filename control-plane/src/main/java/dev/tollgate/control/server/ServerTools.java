package dev.tollgate.control.server;

import dev.tollgate.control.publish.Change;
import dev.tollgate.model.id.ServerId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What a server needs to know of its tools; implemented where tools are. */
public interface ServerTools {
    /** How many tools each of the servers has; a server without any may be missing. */
    Map<UUID, Counts> count(Collection<UUID> servers);

    /** Forgets the tools of a server that is being deleted. */
    void forget(ServerId server, Change change);

    /** How many tools of a server are served, and how many wait for an admin. */
    record Counts(int approved, int quarantined) {
        static final Counts NONE = new Counts(0, 0);
    }
}
