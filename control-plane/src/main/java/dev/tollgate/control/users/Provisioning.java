package dev.tollgate.control.users;

import dev.tollgate.control.identity.Role;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.subject.SubjectService;
import dev.tollgate.control.tenant.TenantOrganization;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.config.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * What a tenant's own directory does to its people: it brings them, describes them, bars them and sends them away. Who calls
 * it has shown to be that directory; no signed-in person stands behind it. The identity provider is asked while no
 * transaction is open.
 */
@ApplicationScoped
public class Provisioning {
    private static final Logger LOG = Logger.getLogger(Provisioning.class);

    private final Accounts accounts;
    private final Members members;
    private final Owners owners;
    private final TenantOrganization organization;
    private final UserStore store;
    private final SubjectService subjects;
    private final PublishedPeople people;
    private final Changes changes;

    Provisioning(
            Accounts accounts,
            Members members,
            Owners owners,
            TenantOrganization organization,
            UserStore store,
            SubjectService subjects,
            PublishedPeople people,
            Changes changes) {
        this.accounts = accounts;
        this.members = members;
        this.owners = owners;
        this.organization = organization;
        this.store = store;
        this.subjects = subjects;
        this.people = people;
        this.changes = changes;
    }

    /**
     * Makes someone a member and a subject, or takes up whoever is one already.
     *
     * @param also what else is written of them in the same transaction, with the identity provider's id
     */
    public void admit(Account account, BiConsumer<Change, String> also) {
        Accounts.Taken taken = accounts.take(organization.id(), account);
        String id = taken.member().id();
        try {
            changes.make(change -> {
                addRow(change, id, account.name());
                also.accept(change, id);
                return id;
            });
        } catch (RuntimeException e) {
            if (taken.isNew()) {
                withdraw(id);
            }
            throw e;
        }
    }

    /**
     * Makes a member who came by themselves a subject, unless they are one; their account stays as it is.
     *
     * @return whether they are a member
     */
    public boolean arrive(String id) {
        Optional<Member> member = members.find(organization.id(), id);
        member.filter(_ -> row(id).isEmpty())
                .ifPresent(known -> changes.make(change -> addRow(change, id, known.name())));
        return member.isPresent();
    }

    private UserRow addRow(Change change, String id, String name) {
        return row(id).orElseGet(() -> {
            UserRow row = new UserRow();
            row.identity = id;
            row.subject = subjects.addUser(change, name, null);
            store.add(row);
            people.put(change, id, SubjectRef.parse(row.subject));
            return row;
        });
    }

    private void withdraw(String id) {
        try {
            members.remove(organization.id(), id);
        } catch (RuntimeException e) {
            LOG.warnf("member %s is left without a subject; the directory's next attempt makes one", id);
        }
    }

    /** Gives an account another name and address. Refused if someone else has the address. */
    public void describe(String id, Account account) {
        accounts.describe(id, account);
    }

    /** Refused if the tenant would be left without an owner. */
    public void refuseIfLastOwner(String id) {
        String tenant = organization.id();
        members.find(tenant, id).ifPresent(member -> owners.refuseIfLast(tenant, member));
    }

    /** As a part of a change: from now on their tokens are refused and their keys revoked, or their tokens count again. */
    public void activate(Change change, String id, boolean active) {
        UserRow row = existing(id);
        if (row.active && !active) {
            subjects.suspendUser(change, row.subject);
            people.endAll(change, id);
            people.enabled(change, id, false);
        } else if (!row.active && active) {
            subjects.resumeUser(change, row.subject);
            people.enabled(change, id, true);
        }
        row.active = active;
    }

    /** As a part of a change. */
    public void rename(Change change, String id, String name) {
        subjects.renameUser(change, existing(id).subject, name);
    }

    /**
     * Puts someone into a team, or out of one that is decided here.
     *
     * @param governed the teams that are decided here; whoever stands in another one stays there unless a team is given
     */
    public void place(String id, Set<String> governed, Optional<String> team) {
        row(id).ifPresent(row -> {
            Optional<String> current = subjects.teamOf(row.subject);
            Optional<String> wanted = team.or(() -> current.filter(known -> !governed.contains(known)));
            if (!wanted.equals(current)) {
                changes.make(change -> {
                    subjects.moveUser(change, row.subject, wanted.orElse(null));
                    return wanted;
                });
            }
        });
    }

    /**
     * Brings the identity provider in line; whoever is not there any more is passed over.
     *
     * @param active whether they may sign in
     * @param governed the roles that are decided here; others stay as they are
     * @param given those of them that they have
     * @return whether the directory may say who this is at the tenant's own provider. Not of an owner: whoever runs the
     *     directory could sign in as one
     */
    public boolean align(String id, boolean active, Set<String> governed, Set<String> given) {
        Optional<Member> found = members.find(organization.id(), id);
        found.ifPresent(member -> {
            if (member.enabled() != active) {
                accounts.allow(id, active);
            }
            Set<String> give = new TreeSet<>(given);
            give.removeAll(member.roles());
            Set<String> take = new TreeSet<>(governed);
            take.retainAll(member.roles());
            take.removeAll(given);
            members.changeRoles(id, give, take);
            if (!take.isEmpty()) {
                // What was issued while they had the role is not what they would be given now.
                changes.make(change -> {
                    people.endAll(change, id);
                    return id;
                });
            }
        });
        return found.filter(member -> !member.roles().contains(Role.OWNER)).isPresent();
    }

    /** Ends a membership, its account, its subject and the keys of it. Refused for the last owner. */
    public void leave(String id) {
        refuseIfLastOwner(id);
        members.remove(organization.id(), id);
        changes.make(change -> {
            row(id).ifPresent(row -> subjects.deleteUser(change, row.subject));
            return id;
        });
    }

    private UserRow existing(String id) {
        return row(id).orElseThrow(Refused::notFound);
    }

    private Optional<UserRow> row(String id) {
        return Optional.ofNullable(store.of(List.of(id)).get(id));
    }
}
