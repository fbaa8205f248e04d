package dev.tollgate.model.access;

import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.GroupId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule of what a key sees: approved tools ∩ the server's baseline ∩ the key's environment ∩ (the key's own grants ∪
 * the groups attached to it, its team, customer, tier, user, service or model provider). No grants mean nothing. What a
 * request then narrows is the gateway's to apply, with {@link RequestFilter}.
 */
public final class Visibility {
    private final VirtualKeyConfig key;
    private final List<Binding> bindings;

    private Visibility(VirtualKeyConfig key, List<Binding> bindings) {
        this.key = key;
        this.bindings = bindings;
    }

    /** Gathers the key's bindings. A group or subject that is named but absent grants nothing. */
    public static Visibility of(
            VirtualKeyConfig key, Map<SubjectRef, SubjectConfig> subjects, Map<GroupId, ToolGroupConfig> groups) {
        List<Binding> all = new ArrayList<>();
        key.grants().forEach(grant -> all.add(new Binding(grant, null, null, null)));
        add(all, key.groups(), null, groups);
        for (SubjectConfig subject : SubjectChain.of(key, subjects).subjects()) {
            add(all, subject.groups(), subject.ref(), groups);
        }
        return new Visibility(key, List.copyOf(all));
    }

    private static void add(
            List<Binding> all,
            Collection<GroupId> attached,
            @Nullable SubjectRef through,
            Map<GroupId, ToolGroupConfig> groups) {
        for (GroupId id : attached) {
            ToolGroupConfig group = groups.get(id);
            if (group != null) {
                group.patterns().forEach(grant -> all.add(new Binding(grant, id, group.toolMode(), through)));
            }
        }
    }

    /** The same key narrowed to what one group grants, whichever way the group came to it. */
    public Visibility within(GroupId group) {
        return new Visibility(
                key,
                bindings.stream()
                        .filter(binding -> group.equals(binding.group()))
                        .toList());
    }

    /**
     * What the key may do with an approved tool.
     *
     * @param server the tool's server; absent if it is not published, and then nothing of it is seen
     */
    public Access access(@Nullable ServerConfig server, ToolConfig tool) {
        return access(server, tool.name());
    }

    /**
     * What the key may do with something that a server offers.
     *
     * @param upstreamName of a tool or prompt, or a resource's URI
     */
    public Access access(@Nullable ServerConfig server, String upstreamName) {
        Set<Condition> conditions = new LinkedHashSet<>();
        for (Grant grant : (Iterable<Grant>) matching(server, upstreamName).map(Binding::grant)::iterator) {
            if (grant.when() == null) {
                return new Access.Open();
            }
            conditions.add(grant.when());
        }
        return conditions.isEmpty() ? new Access.Hidden() : new Access.Conditional(List.copyOf(conditions));
    }

    public boolean sees(@Nullable ServerConfig server, ToolConfig tool) {
        return matching(server, tool.name()).findAny().isPresent();
    }

    /** Whether there may be anything on a server that the key sees, whatever it is called. */
    public boolean reaches(ServerConfig server) {
        String canonical = ToolNames.canonical(server.name(), "");
        return isOf(server)
                && !server.baseline().isEmpty()
                && bindings.stream().anyMatch(binding -> binding.grant().tools().matchesSomeFrom(canonical));
    }

    /** The ways in which the key comes by a tool; empty if it does not see it. */
    public List<Binding> through(@Nullable ServerConfig server, ToolConfig tool) {
        return matching(server, tool.name()).toList();
    }

    private Stream<Binding> matching(@Nullable ServerConfig server, String upstreamName) {
        if (server == null || !isOf(server) || !server.baselineAdmits(upstreamName)) {
            return Stream.empty();
        }
        String canonical = ToolNames.canonical(server.name(), upstreamName);
        return bindings.stream().filter(binding -> binding.grant().tools().matches(canonical));
    }

    private boolean isOf(ServerConfig server) {
        return server.enabled() && server.environment().equals(key.environment());
    }
}
