package dev.tollgate.control.users;

import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.identity.Role;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.subject.SubjectService;
import dev.tollgate.control.tenant.TenantOrganization;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.NewPassword;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.User;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a tenant's people. The identity provider keeps who they are; here stands which subject each is. It is asked
 * while no transaction is open, so that a slow answer holds neither a connection nor the tenant's head.
 */
@ApplicationScoped
class UserService {
    private static final Logger LOG = Logger.getLogger(UserService.class);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");
    private static final int NAME_CHARS_MAX = 100;

    private final Members members;
    private final TenantOrganization organization;
    private final UserStore store;
    private final PublishedPeople people;
    private final SubjectService subjects;
    private final Owners owners;
    private final Changes changes;
    private final Caller caller;

    UserService(
            Members members,
            TenantOrganization organization,
            UserStore store,
            PublishedPeople people,
            SubjectService subjects,
            Owners owners,
            Changes changes,
            Caller caller) {
        this.members = members;
        this.organization = organization;
        this.store = store;
        this.people = people;
        this.subjects = subjects;
        this.owners = owners;
        this.changes = changes;
        this.caller = caller;
    }

    /**
     * @param search a part of the name or the address; absent for everyone
     */
    Page<User> list(PageRequest page, @Nullable String search) {
        int first = page.after().map(UserService::place).orElse(0);
        List<Member> found = members.list(organization.id(), sought(search), first, page.limit() + 1);
        Map<String, UserRow> rows = store.of(found.stream().map(Member::id).toList());
        Page<Member> shown =
                page.page(found, member -> member, _ -> new Cursor("", Integer.toString(first + page.limit())));
        return new Page<>(
                shown.items().stream()
                        .map(member -> view(member, Optional.ofNullable(rows.get(member.id()))))
                        .toList(),
                shown.nextCursor());
    }

    private static String sought(@Nullable String search) {
        String text = search == null ? "" : search.strip();
        if (text.length() > PageRequest.SEARCH_CHARS_MAX) {
            throw Refused.invalid("q", "has at most " + PageRequest.SEARCH_CHARS_MAX + " characters");
        }
        return text;
    }

    private static int place(Cursor cursor) {
        try {
            return Math.max(Integer.parseInt(cursor.id()), 0);
        } catch (NumberFormatException e) {
            throw Cursor.malformed(e);
        }
    }

    User get(String id) {
        return view(member(id));
    }

    /** Someone who is a member without a subject, as one who came by another way, becomes a subject. */
    InvitedUser invite(InviteUser wanted) {
        check(wanted);
        SortedSet<String> roles = new TreeSet<>(wanted.roles());
        TenantRoles.mayChange(caller, new TreeSet<>(), roles);
        String email = wanted.email().toLowerCase(Locale.ROOT);
        Invited invited = members.invite(organization.id(), email, wanted.name(), roles);
        try {
            if (!invited.isNew()) {
                refuseIfKnown(invited.member());
                change(invited.member(), roles);
            }
            makeSubject(invited.member(), wanted);
            return new InvitedUser(
                    get(invited.member().id()), invited.temporaryPassword().orElse(null));
        } catch (RuntimeException e) {
            withdraw(invited);
            throw e;
        }
    }

    private void refuseIfKnown(Member member) {
        if (store.of(List.of(member.id())).containsKey(member.id())) {
            throw new Refused(new Refusal.NameTaken("email", "Someone with this email address is a member already."));
        }
    }

    private void makeSubject(Member member, InviteUser wanted) {
        changes.make(change -> {
            checkTeam(wanted);
            UserRow row = new UserRow();
            row.identity = member.id();
            row.subject = subjects.addUser(change, wanted.name(), wanted.team());
            store.add(row);
            people.put(change, row.identity, SubjectRef.parse(row.subject));
            return row;
        });
    }

    private void withdraw(Invited invited) {
        if (invited.isNew()) {
            try {
                members.remove(organization.id(), invited.member().id());
            } catch (RuntimeException e) {
                LOG.warnf(
                        "member %s is left without a subject; inviting them again makes one",
                        invited.member().id());
            }
        }
    }

    /** Not for someone who has no password here. */
    NewPassword renewPassword(String id, Precondition precondition) {
        Member member = member(id);
        precondition.check(member.version());
        TenantRoles.mayGivePassword(caller, member.roles());
        if (members.signsInElsewhere(id)) {
            throw new Refused(new Refusal.WrongState(
                    "They sign in through your own identity provider, which alone knows their password."));
        }
        String password = members.resetPassword(id);
        changes.make(change -> {
            people.endAll(change, id);
            return id;
        });
        return new NewPassword(get(id), password);
    }

    User changeRoles(String id, @Nullable List<String> wanted, Precondition precondition) {
        Member member = member(id);
        precondition.check(member.version());
        FieldErrors errors = new FieldErrors();
        TenantRoles.check(errors, wanted);
        errors.throwIfAny();
        change(member, new TreeSet<>(wanted == null ? List.of() : wanted));
        return view(member(id));
    }

    private void change(Member member, SortedSet<String> roles) {
        TenantRoles.mayChange(caller, member.roles(), roles);
        if (!roles.contains(Role.OWNER)) {
            owners.refuseIfLast(organization.id(), member);
        }
        SortedSet<String> give = new TreeSet<>(roles);
        give.removeAll(member.roles());
        SortedSet<String> take = new TreeSet<>(member.roles());
        take.removeAll(roles);
        members.changeRoles(member.id(), give, take);
        if (!take.isEmpty()) {
            changes.make(change -> {
                people.endAll(change, member.id());
                return member;
            });
        }
    }

    private Member member(String id) {
        return members.find(organization.id(), id).orElseThrow(Refused::notFound);
    }

    private User view(Member member) {
        return view(member, Optional.ofNullable(store.of(List.of(member.id())).get(member.id())));
    }

    private static User view(Member member, Optional<UserRow> row) {
        return new User(
                member.id(),
                member.email(),
                member.name(),
                new ArrayList<>(member.roles()),
                row.map(found -> found.subject).orElse(null),
                member.enabled(),
                member.version());
    }

    private void check(InviteUser wanted) {
        FieldErrors errors = new FieldErrors();
        errors.text("name", wanted.name(), NAME_CHARS_MAX);
        if (wanted.email() == null || !EMAIL.matcher(wanted.email()).matches()) {
            errors.add("email", "is an email address");
        }
        TenantRoles.check(errors, wanted.roles());
        checkTeam(errors, wanted.team());
        errors.throwIfAny();
    }

    /** Once more where it counts: the team may have gone while the identity provider was asked. */
    private void checkTeam(InviteUser wanted) {
        FieldErrors errors = new FieldErrors();
        checkTeam(errors, wanted.team());
        errors.throwIfAny();
    }

    private void checkTeam(FieldErrors errors, @Nullable String team) {
        if (team != null) {
            errors.check("team", () -> {
                SubjectRef ref = SubjectRef.parse(team);
                if (ref.kind() != SubjectKind.TEAM || !subjects.exists(ref)) {
                    errors.add("team", "there is no such team");
                }
            });
        }
    }
}
