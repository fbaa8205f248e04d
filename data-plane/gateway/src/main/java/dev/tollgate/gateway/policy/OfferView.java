package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.access.Access;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.access.Visibility;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.Slug;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a request may see of servers besides tools: prompts by {@code <server>__<name>}, resources by
 * {@code <server>__<URI>}, under the rule that guards tools. Made for one request; nothing of it is kept.
 */
public final class OfferView {
    private final TenantSnapshot snapshot;
    private final VirtualKeyConfig key;
    private final RequestFilter filter;
    private final @Nullable Visibility visibility;

    private final UnaryOperator<ServerConfig> way;

    private OfferView(
            TenantSnapshot snapshot,
            VirtualKeyConfig key,
            RequestFilter filter,
            @Nullable Visibility visibility,
            UnaryOperator<ServerConfig> way) {
        this.snapshot = snapshot;
        this.key = key;
        this.filter = filter;
        this.visibility = visibility;
        this.way = way;
    }

    /**
     * @param groupName of the one group that the request is for; absent if it is for all that the key sees
     */
    public static OfferView of(
            TenantSnapshot snapshot, VirtualKeyConfig key, @Nullable Slug groupName, RequestFilter filter) {
        Visibility whole = Visibility.of(key, snapshot.subjects(), snapshot.groups());
        if (groupName == null) {
            return new OfferView(snapshot, key, filter, whole, server -> server);
        }
        GroupId group = GroupNames.of(snapshot).find(groupName);
        return new OfferView(snapshot, key, filter, group == null ? null : whole.within(group), server -> server);
    }

    /**
     * The same, with servers that each person reaches by a connection of their own as they are reached by this caller's.
     *
     * @param reached such a server by the caller's connection; as it is if there is none
     */
    public OfferView by(UnaryOperator<ServerConfig> reached) {
        return new OfferView(snapshot, key, filter, visibility, reached);
    }

    /** Those servers that something can be asked of now, by their names. */
    public List<ServerConfig> reached() {
        return servers().stream()
                .filter(server -> !server.asksEachPerson() || server.by() != null)
                .toList();
    }

    /** The servers on which there may be something to see, by their names. */
    public List<ServerConfig> servers() {
        Visibility rule = visibility;
        return rule == null
                ? List.of()
                : snapshot.catalog().servers().values().stream()
                        .filter(rule::reaches)
                        .filter(server -> filter.admitsServer(server.name().value()))
                        .map(server -> server.asksEachPerson() ? way.apply(server) : server)
                        .sorted(Comparator.comparing(ServerConfig::name))
                        .toList();
    }

    /**
     * What the request may do with something that a server offers.
     *
     * @param upstreamName a prompt's name
     * @param exposedName under which the agent knows it
     */
    public Access access(ServerConfig server, String upstreamName, String exposedName) {
        String canonical = ToolNames.canonical(server.name(), upstreamName);
        return visibility != null && filter.admits(server.name().value(), canonical, exposedName)
                ? visibility.access(server, upstreamName)
                : new Access.Hidden();
    }

    /**
     * What the request may do with a resource. An address that a server might resolve to another place than it spells
     * ({@code /public/../private}) is open to those only who see all of the server.
     */
    public Access access(ServerConfig server, String uri) {
        Access spelled = access(server, uri, uri);
        boolean whole = visibility != null && visibility.access(server, "") instanceof Access.Open;
        return whole || !ResourceUris.wanders(uri) ? spelled : new Access.Hidden();
    }

    /**
     * Why a use under conditions is refused; null if it is not.
     *
     * @param name under which the server knows it
     */
    public CallRule.@Nullable Refusal refusal(
            Access access, ServerConfig server, String name, CallRule.Call call, ConditionMetrics metrics) {
        return switch (access) {
            case Access.Hidden _, Access.Open _ -> null;
            case Access.Conditional given ->
                CallRule.refusal(
                        new GrantConditions(given.anyOf(), snapshot),
                        server.name().value(),
                        name,
                        name + " was not asked for",
                        call,
                        metrics);
        };
    }
}
