package dev.tollgate.control.users;

import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
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

/** An identity provider in memory, which can be away. What the real one does, KeycloakMembersTest says. */
@Mock
@ApplicationScoped
class FakeMembers implements Members {
    private final Map<String, Map<String, Member>> organizations = new ConcurrentHashMap<>();
    private volatile boolean away;

    void setAway(boolean isAway) {
        away = isAway;
    }

    private Map<String, Member> of(String organization) {
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
    public List<Member> list(String organization, int first, int max) {
        return of(organization).values().stream()
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
        return new Invited(member, Optional.of(TemporaryPassword.fresh()));
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
    }
}
