package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which roles and teams the groups of a tenant's own directory give.
 *
 * @param claim that names someone's groups at each sign-in; absent where the directory tells groups over SCIM
 * @param personClaim of the identity provider that is SCIM's externalId of the same person; absent for sub
 */
public record PeopleMapping(
        @Nullable String claim, @Nullable String personClaim, List<PeopleRule> rules, long version) {}
