package dev.tollgate.control.users;

import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * An identity provider in memory, which can be away, and which nobody may ask while a transaction is open. What the real
 * one does, KeycloakMembersTest says.
 */
@Mock
@ApplicationScoped
public class FakeMembers implements Members, Accounts {
    private final Map<String, Map<String, Member>> organizations = new ConcurrentHashMap<>();
    private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();
    private volatile boolean away;
    private volatile Runnable meanwhile = () -> {};

    public void setAway(boolean isAway) {
        away = isAway;
    }

    /** What someone else does while the next invitation or removal is carried out. */
    void meanwhile(Runnable action) {
        meanwhile = action;
    }

    private void takeTime() {
        Runnable action = meanwhile;
        meanwhile = () -> {};
        action.run();
    }

    private Map<String, Member> of(String organization) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("the identity provider is asked while a transaction is open");
        }
        if (away) {
            throw new Refused(new Refusal.Unavailable("The identity provider is not available; try again."));
        }
        return organizations.computeIfAbsent(organization, _ -> new ConcurrentHashMap<>());
    }

    /** Someone who came by another way than an invitation. */
    Member joins(String organization, String email, String... roles) {
        Member member = new Member(UUID.randomUUID().toString(), email, email, new TreeSet<>(List.of(roles)), true);
        of(organization).put(member.id(), member);
        return member;
    }

    /** The same, of somebody whose id alone counts. */
    public String arrives(String organization, String email) {
        return joins(organization, email).id();
    }

    @Override
    public List<Member> list(String organization, String search, int first, int max) {
        return of(organization).values().stream()
                .filter(member -> (member.name() + member.email()).contains(search))
                .sorted(Comparator.comparing(Member::email))
                .skip(first)
                .limit(max)
                .toList();
    }

    @Override
    public Optional<Member> find(String organization, String id) {
        return Optional.ofNullable(of(organization).get(id));
    }

    @Override
    public Invited invite(String organization, String email, String name, SortedSet<String> roles) {
        Optional<Member> known = of(organization).values().stream()
                .filter(member -> member.email().equals(email))
                .findFirst();
        if (known.isPresent()) {
            return new Invited(known.get(), Optional.empty());
        }
        Member member = new Member(UUID.randomUUID().toString(), email, name, roles, true);
        of(organization).put(member.id(), member);
        takeTime();
        return new Invited(member, Optional.of(TemporaryPassword.fresh()));
    }

    /** From now on they come through a provider of their own. */
    void federate(Member member) {
        elsewhere.add(member.id());
    }

    @Override
    public boolean signsInElsewhere(String id) {
        return elsewhere.contains(id);
    }

    @Override
    public String resetPassword(String id) {
        return TemporaryPassword.fresh();
    }

    @Override
    public void changeRoles(String id, Set<String> give, Set<String> take) {
        organizations
                .values()
                .forEach(members -> members.computeIfPresent(id, (_, member) -> {
                    SortedSet<String> roles = new TreeSet<>(member.roles());
                    roles.addAll(give);
                    roles.removeAll(take);
                    return new Member(id, member.email(), member.name(), roles, member.enabled());
                }));
    }

    @Override
    public void remove(String organization, String id) {
        of(organization).remove(id);
        takeTime();
    }

    @Override
    public Accounts.Taken take(String organization, Account account) {
        for (Member member : of(organization).values()) {
            if (member.email().equals(account.email())) {
                return new Accounts.Taken(member, false);
            }
        }
        refuseIfAnyones(account.email());
        Member member =
                new Member(UUID.randomUUID().toString(), account.email(), account.name(), new TreeSet<>(), true);
        of(organization).put(member.id(), member);
        takeTime();
        return new Accounts.Taken(member, true);
    }

    private void refuseIfAnyones(String email) {
        boolean taken = organizations.values().stream()
                .flatMap(members -> members.values().stream())
                .anyMatch(member -> member.email().equals(email));
        if (taken) {
            throw new Refused(new Refusal.NameTaken("email", "belongs elsewhere"));
        }
    }

    @Override
    public void describe(String id, Account account) {
        change(id, member -> new Member(id, account.email(), account.name(), member.roles(), member.enabled()));
    }

    @Override
    public void allow(String id, boolean enabled) {
        change(id, member -> new Member(id, member.email(), member.name(), member.roles(), enabled));
    }

    private void change(String id, UnaryOperator<Member> change) {
        of("");
        organizations.values().forEach(members -> members.computeIfPresent(id, (_, member) -> change.apply(member)));
    }
}
