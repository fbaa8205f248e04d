package dev.tollgate.control.subject;

import dev.tollgate.control.group.Attachable;
import dev.tollgate.model.config.SubjectConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Subjects, as what tool groups are attached to. */
@ApplicationScoped
class GroupsOfSubjects implements Attachable {
    private static final String KEY = "key:";

    private final SubjectStore store;

    GroupsOfSubjects(SubjectStore store) {
        this.store = store;
    }

    @Override
    public String noun() {
        return "subject";
    }

    @Override
    public int groupsMax() {
        return SubjectConfig.GROUPS_MAX;
    }

    @Override
    public boolean covers(String target) {
        return target.indexOf(':') > 0 && !target.startsWith(KEY);
    }

    @Override
    public Optional<SubjectRow> find(String target) {
        return store.find(target).filter(found -> found.deletedAt == null);
    }

    @Override
    public List<SubjectRow> withGroup(UUID group) {
        return store.withGroup(group);
    }

    @Override
    public Map<UUID, List<String>> targets(Collection<UUID> groups) {
        return store.targets(groups);
    }
}
