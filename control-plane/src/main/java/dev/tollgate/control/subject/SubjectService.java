package dev.tollgate.control.subject;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.Renewable;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.DeletedSubject;
import dev.tollgate.model.api.NewSubject;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of subjects. */
@ApplicationScoped
public class SubjectService implements Renewable {
    /** The service that keys belong to which nobody gave an owner. */
    private static final String DEFAULT = "default";

    /** As many children as a refusal names. */
    private static final int CHILDREN_NAMED_MAX = 5;

    private final SubjectStore store;
    private final SubjectRules rules;
    private final SubjectKeys keys;
    private final SubjectMembership membership;
    private final SubjectLimits limits;
    private final Changes changes;

    SubjectService(
            SubjectStore store,
            SubjectRules rules,
            SubjectKeys keys,
            SubjectMembership membership,
            SubjectLimits limits,
            Changes changes) {
        this.store = store;
        this.rules = rules;
        this.keys = keys;
        this.membership = membership;
        this.limits = limits;
        this.changes = changes;
    }

    @Transactional
    Page<Subject> list(PageRequest page, @Nullable String kind, @Nullable String parent, @Nullable String search) {
        Page<SubjectRow> rows = store.list(page, kind, parent, search);
        Map<String, Long> counts =
                keys.count(rows.items().stream().map(row -> row.ref).toList());
        Map<String, String> names = names(rows.items().stream()
                .map(row -> row.parent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new Page<>(
                rows.items().stream()
                        .map(row -> row.toApi(nameOf(row.parent, names), counts.getOrDefault(row.ref, 0L)))
                        .toList(),
                rows.nextCursor());
    }

    @Transactional
    Subject get(String ref) {
        return view(store.find(ref).orElseThrow(Refused::notFound));
    }

    @Transactional
    Subject create(NewSubject wanted) {
        return view(changes.make(change -> {
            SubjectKind kind = rules.check(wanted);
            SubjectRow row = SubjectRow.of(kind, wanted.id(), wanted.name());
            write(wanted, row);
            store.add(row);
            row.publish(change);
            return row;
        }));
    }

    @Transactional
    Subject update(String ref, NewSubject wanted, Precondition precondition) {
        return view(changes.make(change -> {
            SubjectRow row = live(ref);
            precondition.check(row.version());
            rules.check(wanted);
            if (!row.kind.equals(wanted.kind())) {
                throw Refused.invalid("kind", "stays as it is");
            }
            if (wanted.id() != null && !row.subjectRef().id().equals(wanted.id())) {
                throw Refused.invalid("id", "stays as it is");
            }
            if (isDefault(row) && !row.name.equals(wanted.name())) {
                throw Refused.invalid("name", "stays as it is: keys without an owner belong to this service");
            }
            row.name = wanted.name();
            write(wanted, row);
            row.publish(change);
            return row;
        }));
    }

    /**
     * A user's membership ends first, at the identity provider and without a transaction: while that is away nothing is
     * deleted, and a deletion that fails after it leaves the keys and can be asked for again.
     */
    DeletedSubject delete(String ref, Precondition precondition) {
        if (QuarkusTransaction.joiningExisting()
                        .call(() -> deletable(ref, precondition).subjectKind())
                == SubjectKind.USER) {
            membership.end(ref);
        }
        return changes.make(change -> new DeletedSubject(remove(deletable(ref, precondition), change)));
    }

    /** Answers the keys that were revoked. */
    private List<String> remove(SubjectRow row, Change change) {
        List<String> retired = keys.retire(row.ref, "its " + row.kind + " " + row.name + " was deleted", change);
        change.remove(ConfigKind.SUBJECT, row.ref);
        limits.forget(row.ref, change);
        if (row.subjectKind() == SubjectKind.USER) {
            membership.forget(row.ref, change);
        }
        if (row.subjectKind().ownsKeys()) {
            row.deletedAt = Times.now();
            row.parent = null;
            row.groups.clear();
        } else {
            store.remove(row);
        }
        return retired;
    }

    private SubjectRow deletable(String ref, Precondition precondition) {
        SubjectRow row = live(ref);
        precondition.check(row.version());
        refuseIfNeeded(row);
        return row;
    }

    private void refuseIfNeeded(SubjectRow row) {
        if (isDefault(row)) {
            throw new Refused(
                    new Refusal.WrongState("Keys without an owner belong to this service; it cannot be deleted."));
        }
        List<SubjectRow> children = store.under(row.ref, CHILDREN_NAMED_MAX + 1);
        if (!children.isEmpty()) {
            String named = children.stream()
                    .limit(CHILDREN_NAMED_MAX)
                    .map(child -> child.kind + " " + child.name)
                    .collect(Collectors.joining(", "));
            throw new Refused(new Refusal.InUse("It still has under it: " + named
                    + (children.size() > CHILDREN_NAMED_MAX ? " and others" : "") + ". Move or delete them first."));
        }
        if (row.subjectKind() == SubjectKind.MODEL_PROVIDER
                && keys.usesProvider(row.subjectRef().id())) {
            throw new Refused(new Refusal.InUse("Keys still name this model provider; change or revoke them first."));
        }
    }

    /** Gives a new tenant what every tenant has. */
    public void begin(Change change) {
        SubjectRow row = SubjectRow.of(SubjectKind.SERVICE, null, DEFAULT);
        store.add(row);
        row.publish(change);
    }

    /**
     * Makes a user and answers its reference.
     *
     * @param team that is known to be there; absent to stand in none
     */
    public String addUser(Change change, String name, @Nullable String team) {
        SubjectRow row = SubjectRow.of(SubjectKind.USER, null, name);
        row.parent = team;
        store.add(row);
        row.publish(change);
        return row.ref;
    }

    public void renameUser(Change change, String ref, String name) {
        SubjectRow row = live(ref);
        row.name = name;
        row.publish(change);
    }

    /**
     * @param team absent to stand in none; one that has been deleted is passed over
     */
    public void moveUser(Change change, String ref, @Nullable String team) {
        if (team == null || exists(SubjectRef.parse(team))) {
            SubjectRow row = live(ref);
            row.parent = team;
            row.publish(change);
        }
    }

    /** The team that a user stands in. */
    @Transactional
    public Optional<String> teamOf(String ref) {
        return Optional.ofNullable(live(ref).parent);
    }

    /** Ends what a user can do until {@link #resumeUser}, and for good the keys that belong to it. */
    public void suspendUser(Change change, String ref) {
        SubjectRow row = live(ref);
        row.suspendedAt = Times.now();
        keys.retire(row.ref, "its user " + row.name + " was deactivated", change);
        change.remove(ConfigKind.SUBJECT, row.ref);
    }

    public void resumeUser(Change change, String ref) {
        SubjectRow row = live(ref);
        row.suspendedAt = null;
        row.publish(change);
    }

    /** Deletes a user whose membership has ended. */
    public void deleteUser(Change change, String ref) {
        remove(live(ref), change);
    }

    /** The service {@code default}. */
    public SubjectRef defaultService() {
        return store.named(SubjectKind.SERVICE, DEFAULT).orElseThrow().subjectRef();
    }

    /** Whether there is such a subject, and it is not deleted. */
    @Transactional
    public boolean exists(SubjectRef ref) {
        return store.find(ref.toString()).filter(row -> row.deletedAt == null).isPresent();
    }

    /** The names of subjects that are there or were. */
    public Map<String, String> names(Collection<String> refs) {
        return refs.isEmpty() ? Map.of() : store.names(refs);
    }

    @Override
    public void publishAll(Change change) {
        store.all().forEach(row -> change.put(row.toConfig(change.tenant())));
    }

    private SubjectRow live(String ref) {
        return store.find(ref).filter(row -> row.deletedAt == null).orElseThrow(Refused::notFound);
    }

    private static boolean isDefault(SubjectRow row) {
        return row.subjectKind() == SubjectKind.SERVICE && row.name.equals(DEFAULT);
    }

    private Subject view(SubjectRow row) {
        Map<String, String> names =
                names(Optional.ofNullable(row.parent).stream().toList());
        long count = keys.count(List.of(row.ref)).getOrDefault(row.ref, 0L);
        return row.toApi(nameOf(row.parent, names), count);
    }

    private static @Nullable String nameOf(@Nullable String ref, Map<String, String> names) {
        return ref == null ? null : names.get(ref);
    }

    private static void write(NewSubject wanted, SubjectRow row) {
        row.parent = wanted.parent() == null
                ? null
                : SubjectRef.parse(wanted.parent()).toString();
        TreeSet<UUID> groups = new TreeSet<>(wanted.groupIds() == null ? List.of() : wanted.groupIds());
        row.groups.retainAll(groups);
        row.groups.addAll(groups);
    }
}
