package dev.tollgate.control.users;

import dev.tollgate.control.subject.SubjectMembership;
import dev.tollgate.control.tenant.TenantOrganization;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends the membership of a user whose subject is deleted. The identity provider is told before the deletion commits: while
 * it is away nothing is deleted, and a deletion that fails after it can be asked for again.
 */
@ApplicationScoped
class UserMembership implements SubjectMembership {
    private final UserStore store;
    private final Members members;
    private final Owners owners;
    private final TenantOrganization organization;

    UserMembership(UserStore store, Members members, Owners owners, TenantOrganization organization) {
        this.store = store;
        this.members = members;
        this.owners = owners;
        this.organization = organization;
    }

    @Override
    public void end(String user) {
        store.ofSubject(user).ifPresent(row -> {
            String id = organization.id();
            members.find(id, row.identity).ifPresent(member -> {
                owners.refuseIfLast(id, member);
                members.remove(id, member.id());
            });
            store.remove(row);
        });
    }
}
