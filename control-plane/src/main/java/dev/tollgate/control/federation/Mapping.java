package dev.tollgate.control.federation;

import dev.tollgate.model.api.PeopleRule;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the groups of a tenant's own directory give here. It governs the roles and teams that its rules name, and no others.
 *
 * @param claim that names someone's groups at each sign-in; absent where the directory tells groups over SCIM
 * @param personClaim that is SCIM's externalId of the same person; absent for sub
 */
public record Mapping(@Nullable String claim, @Nullable String personClaim, List<PeopleRule> rules) {
    public static final Mapping NONE = new Mapping(null, null, List.of());

    public Mapping {
        rules = List.copyOf(rules);
    }

    /** Whether groups that the directory tells over SCIM give anything. */
    public boolean followsScim() {
        return claim == null && !rules.isEmpty();
    }

    public Set<String> roles() {
        return rules.stream().flatMap(rule -> rule.roles().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<String> teams() {
        return rules.stream().map(PeopleRule::team).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The roles that someone of these groups has. */
    public Set<String> rolesOf(Collection<String> groups) {
        return rules.stream()
                .filter(rule -> groups.contains(rule.group()))
                .flatMap(rule -> rule.roles().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The team that someone of these groups stands in: the first that a rule gives. */
    public Optional<String> teamOf(Collection<String> groups) {
        return rules.stream()
                .filter(rule -> groups.contains(rule.group()))
                .map(PeopleRule::team)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
