package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.control.federation.MappingService;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.scim.FilterQuery.Condition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rules of a directory's groups: who is in one has what the tenant's mapping gives for it. */
@ApplicationScoped
class GroupService {
    static final int GROUPS_MAX = 1_000;
    /** People whom a request waits for; the rest follow within a round. */
    private static final int ALIGNED_AT_ONCE_MAX = 20;

    private final GroupStore store;
    private final PersonStore people;
    private final MappingService mappings;
    private final Alignment alignment;
    private final TokenService tokens;

    GroupService(
            GroupStore store, PersonStore people, MappingService mappings, Alignment alignment, TokenService tokens) {
        this.store = store;
        this.people = people;
        this.mappings = mappings;
        this.alignment = alignment;
        this.tokens = tokens;
    }

    @Transactional
    ObjectNode list(@Nullable String filter, Paging paging, Projection projection) {
        Condition condition = FilterQuery.of(filter, GroupStore.ATTRIBUTES);
        List<GroupRow> rows = paging.count() == 0 ? List.of() : store.list(condition, paging);
        return Scim.list(store.count(condition), paging.first(), rows, row -> view(row, projection));
    }

    @Transactional
    Viewed get(UUID id, Projection projection) {
        GroupRow row = existing(id);
        return new Viewed(view(row, projection), row.version());
    }

    Viewed create(Group group) {
        Written written = QuarkusTransaction.requiringNew().call(() -> {
            if (store.count(Condition.NONE) >= GROUPS_MAX) {
                throw new Refused(new Refusal.WrongState("A directory has at most " + GROUPS_MAX + " groups here."));
            }
            GroupRow row = new GroupRow();
            row.displayName = group.displayName();
            store.add(row);
            return write(row, group);
        });
        return aligned(written);
    }

    /**
     * @param change from what is known of the group to what shall be
     */
    Viewed update(UUID id, @Nullable String ifMatch, UnaryOperator<Group> change) {
        Written written = QuarkusTransaction.requiringNew().call(() -> {
            GroupRow row = existing(id);
            Version.check(ifMatch, row.version());
            return write(row, change.apply(Group.of(row)));
        });
        return aligned(written);
    }

    void delete(UUID id, @Nullable String ifMatch) {
        Collection<String> concerned = QuarkusTransaction.requiringNew().call(() -> {
            GroupRow row = existing(id);
            Version.check(ifMatch, row.version());
            Set<String> due = due(Set.of(row.displayName), new TreeSet<>(row.members));
            store.remove(row);
            return due;
        });
        align(concerned);
    }

    private Written write(GroupRow row, Group wanted) {
        Set<String> joining = new TreeSet<>(wanted.members());
        joining.removeAll(row.members);
        if (people.names(joining).size() < joining.size()) {
            throw Scim.fault("invalidValue", "Someone among the members is not known here.");
        }
        Set<String> concerned = new TreeSet<>(joining);
        Set<String> leaving = new TreeSet<>(row.members);
        leaving.removeAll(wanted.members());
        concerned.addAll(leaving);
        Set<String> names = new TreeSet<>(Set.of(wanted.displayName()));
        if (!row.displayName.equals(wanted.displayName())) {
            names.add(row.displayName);
            concerned.addAll(wanted.members());
        }
        row.displayName = wanted.displayName();
        row.externalId = wanted.externalId();
        row.members.removeAll(leaving);
        row.members.addAll(joining);
        row.modifiedAt = Times.now();
        store.flush();
        return new Written(row.id, due(names, concerned));
    }

    /** Those of the people whom something is given or taken from; they are due from now on. */
    private Set<String> due(Set<String> groups, Set<String> concerned) {
        boolean given = mappings.current().followsScim()
                && mappings.current().rules().stream().anyMatch(rule -> groups.contains(rule.group()));
        Set<String> due = given ? concerned : Set.of();
        people.alignDue(due);
        return due;
    }

    private Viewed aligned(Written written) {
        align(written.due());
        return QuarkusTransaction.requiringNew().call(() -> get(written.id(), Projection.of(null, null)));
    }

    private void align(Collection<String> due) {
        due.stream().limit(ALIGNED_AT_ONCE_MAX).forEach(alignment::align);
    }

    private GroupRow existing(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    private ObjectNode view(GroupRow row, Projection projection) {
        return Group.view(
                row, tokens.address(), projection.has("members") ? new TreeMap<>(people.names(row.members)) : null);
    }

    private record Written(UUID id, Set<String> due) {}
}
