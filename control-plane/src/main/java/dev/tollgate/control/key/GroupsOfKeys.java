package dev.tollgate.control.key;

import dev.tollgate.control.group.Attachable;
import dev.tollgate.model.config.VirtualKeyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keys, as what tool groups are attached to. */
@ApplicationScoped
class GroupsOfKeys implements Attachable {
    private final KeyStore store;

    GroupsOfKeys(KeyStore store) {
        this.store = store;
    }

    @Override
    public String noun() {
        return "key";
    }

    @Override
    public int groupsMax() {
        return VirtualKeyConfig.GROUPS_MAX;
    }

    @Override
    public boolean covers(String target) {
        return target.startsWith(KeyRow.TARGET);
    }

    @Override
    public Optional<KeyRow> find(String target) {
        return store.find(target.substring(KeyRow.TARGET.length()));
    }

    @Override
    public List<KeyRow> withGroup(UUID group) {
        return store.withGroup(group);
    }

    @Override
    public Map<UUID, List<String>> targets(Collection<UUID> groups) {
        return store.targets(groups);
    }
}
