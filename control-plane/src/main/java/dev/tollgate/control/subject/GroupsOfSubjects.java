package dev.tollgate.control.subject;

import dev.tollgate.control.group.Attachable;
import dev.tollgate.control.publish.Change;
import dev.tollgate.model.config.SubjectConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    public boolean covers(String target) {
        return target.indexOf(':') > 0 && !target.startsWith(KEY);
    }

    @Override
    public Optional<String> fault(UUID group, String target) {
        Optional<SubjectRow> row = row(target);
        if (row.isEmpty()) {
            return Optional.of("there is no such subject");
        }
        Set<UUID> groups = row.get().groups;
        boolean full = groups.size() >= SubjectConfig.GROUPS_MAX && !groups.contains(group);
        return full ? Optional.of("has " + groups.size() + " groups already") : Optional.empty();
    }

    @Override
    public Map<UUID, List<String>> targets(Collection<UUID> groups) {
        return store.targets(groups);
    }

    @Override
    public void attach(UUID group, Set<String> targets, Change change) {
        for (SubjectRow row : store.withGroup(group)) {
            if (!targets.contains(row.ref)) {
                row.groups.remove(group);
                change.put(row.toConfig(change.tenant()));
            }
        }
        for (String target : targets) {
            SubjectRow row = row(target).orElseThrow();
            if (row.groups.add(group)) {
                change.put(row.toConfig(change.tenant()));
            }
        }
    }

    private Optional<SubjectRow> row(String target) {
        return store.find(target).filter(found -> found.deletedAt == null);
    }
}
