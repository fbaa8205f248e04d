package dev.tollgate.control.users;

import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.subject.SubjectMembership;
import dev.tollgate.control.tenant.TenantOrganization;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Ends the membership of a user whose subject is deleted. */
@ApplicationScoped
class UserMembership implements SubjectMembership {
    private final UserStore store;
    private final PublishedPeople people;
    private final Members members;
    private final Owners owners;
    private final TenantOrganization organization;
    private final Caller caller;

    UserMembership(
            UserStore store,
            PublishedPeople people,
            Members members,
            Owners owners,
            TenantOrganization organization,
            Caller caller) {
        this.store = store;
        this.people = people;
        this.members = members;
        this.owners = owners;
        this.organization = organization;
        this.caller = caller;
    }

    @Override
    public void end(String user) {
        store.ofSubject(user).ifPresent(row -> {
            String id = organization.id();
            members.find(id, row.identity).ifPresent(member -> {
                TenantRoles.mayChange(caller, member.roles(), Set.of());
                owners.refuseIfLast(id, member);
                members.remove(id, member.id());
            });
        });
    }

    @Override
    public void forget(String user, Change change) {
        store.ofSubject(user).ifPresent(row -> {
            people.remove(change, row.identity);
            store.remove(row);
        });
    }
}
