package dev.tollgate.control.key;

import dev.tollgate.control.group.Attachable;
import dev.tollgate.control.publish.Change;
import dev.tollgate.model.config.VirtualKeyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keys, as what tool groups are attached to. */
@ApplicationScoped
class GroupsOfKeys implements Attachable {
    private static final String KEY = "key:";

    private final KeyStore store;

    GroupsOfKeys(KeyStore store) {
        this.store = store;
    }

    @Override
    public boolean covers(String target) {
        return target.startsWith(KEY);
    }

    @Override
    public Optional<String> fault(UUID group, String target) {
        Optional<KeyRow> row = row(target);
        if (row.isEmpty()) {
            return Optional.of("there is no such key");
        }
        Set<UUID> groups = row.get().groups;
        boolean full = groups.size() >= VirtualKeyConfig.GROUPS_MAX && !groups.contains(group);
        return full ? Optional.of("has " + groups.size() + " groups already") : Optional.empty();
    }

    @Override
    public Map<UUID, List<String>> targets(Collection<UUID> groups) {
        return store.targets(groups);
    }

    @Override
    public void attach(UUID group, Set<String> targets, Change change) {
        for (KeyRow row : store.withGroup(group)) {
            if (!targets.contains(KEY + row.id)) {
                row.groups.remove(group);
                change.put(row.toConfig(change.tenant()));
            }
        }
        for (String target : targets) {
            KeyRow row = row(target).orElseThrow();
            if (row.groups.add(group)) {
                change.put(row.toConfig(change.tenant()));
            }
        }
    }

    private Optional<KeyRow> row(String target) {
        return store.find(target.substring(KEY.length()));
    }
}
