package dev.tollgate.control.users;

import dev.tollgate.control.identity.Role;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps a tenant from being left without an owner. */
@ApplicationScoped
class Owners {
    private static final int PAGE = 100;

    private final Members members;

    Owners(Members members) {
        this.members = members;
    }

    /** Refused if the tenant has no owner but this one, who is about to be none. */
    void refuseIfLast(String organization, Member leaving) {
        if (!leaving.roles().contains(Role.OWNER)) {
            return;
        }
        for (int first = 0; ; first += PAGE) {
            List<Member> page = members.list(organization, "", first, PAGE);
            if (page.stream().anyMatch(other -> isOwner(other) && !other.id().equals(leaving.id()))) {
                return;
            }
            if (page.size() < PAGE) {
                throw new Refused(new Refusal.WrongState("This is the last owner; make someone else an owner first."));
            }
        }
    }

    private static boolean isOwner(Member member) {
        return member.enabled() && member.roles().contains(Role.OWNER);
    }
}
