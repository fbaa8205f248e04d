package dev.tollgate.bench.savings.estate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.bench.savings.catalogue.Entity;
import dev.tollgate.bench.savings.catalogue.Server;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The data of all servers, as it always begins, and what was changed since. Used by one thread at a time. */
final class World {
    private final Map<String, Collection> collections = new HashMap<>();
    private final List<String> changes = new ArrayList<>();

    World(List<Server> servers) {
        for (Server server : servers) {
            Records records = new Records(server);
            for (Entity entity : server.entities()) {
                collections.put(server.name() + "." + entity.plural(), new Collection(server, entity, records));
            }
        }
    }

    Collection collection(Server server, Entity entity) {
        Collection found = collections.get(server.name() + "." + entity.plural());
        if (found == null) {
            throw new IllegalArgumentException(server.name() + " has no " + entity.plural());
        }
        return found;
    }

    /** Notes that a tool changed something. */
    void changed(String tool, ObjectNode arguments) {
        changes.add(tool + " " + arguments);
    }

    /** What was changed, in order. */
    List<String> changes() {
        return List.copyOf(changes);
    }
}
