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

/**
 * An identity provider in memory, which can be away, and which nobody may ask while a transaction is open. What the real
 * one does, KeycloakMembersTest says.
 */
@Mock
@ApplicationScoped
class FakeMembers implements Members {
    private final Map<String, Map<String, Member>> organizations = new ConcurrentHashMap<>();
    private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();
    private volatile boolean away;
    private volatile Runnable meanwhile = () -> {};

    void setAway(boolean isAway) {
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
}
