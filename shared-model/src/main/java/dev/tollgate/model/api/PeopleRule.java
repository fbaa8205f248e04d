package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belonging to a group of the tenant's own directory gives.
 *
 * @param group its name, as the claim's value or as SCIM's displayName
 * @param roles that it gives; never owner
 * @param team that it puts people in, as {@code team:<uuid>}; the first rule that applies decides
 */
public record PeopleRule(
        String group, List<String> roles, @Nullable String team) {}
