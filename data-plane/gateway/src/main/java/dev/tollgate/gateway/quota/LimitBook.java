package dev.tollgate.gateway.quota;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.access.SubjectChain;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.ToolId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaSubject.Kind;
import dev.tollgate.model.quota.lease.LeaseHolder;
import dev.tollgate.model.quota.lease.LimitShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The limits of a snapshot by whom and what they hold for: worked out at the first call of a key or tool, then looked up. A
 * limit that does not hold for a call is not looked at.
 */
final class LimitBook {
    static final LimitShare[] NONE = {};

    private final TenantSnapshot snapshot;
    private final LeaseHolder holder;
    private final Map<QuotaSubject, List<QuotaLimit>> bySubject = new HashMap<>();
    private final Map<ToolId, LimitShare[]> byTool = new ConcurrentHashMap<>(4);
    private final Map<KeyId, OfCaller> byCaller = new ConcurrentHashMap<>(4);

    /**
     * @param own that hold whatever is called
     * @param joined with those of a tool that has some of its own
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record OfCaller(LimitShare[] own, Map<ToolId, LimitShare[]> joined) {}

    LimitBook(TenantSnapshot snapshot, LeaseHolder holder) {
        this.snapshot = snapshot;
        this.holder = holder;
        snapshot.limits().values().stream()
                .map(LimitConfig::limit)
                .sorted(Comparator.comparing(QuotaLimit::id))
                .forEach(limit -> bySubject
                        .computeIfAbsent(limit.subject(), _ -> new ArrayList<>())
                        .add(limit));
    }

    /** The shares of all limits that hold for a call, those of the tool first; not to be changed. */
    LimitShare[] of(VirtualKeyConfig key, ServerConfig server, ToolConfig tool) {
        LimitShare[] ofTool = ofTool(server, tool);
        OfCaller caller = caller(key);
        if (ofTool.length == 0 || caller.own.length == 0) {
            return ofTool.length == 0 ? caller.own : ofTool;
        }
        LimitShare[] known = caller.joined.get(tool.id());
        return known != null ? known : caller.joined.computeIfAbsent(tool.id(), _ -> joined(ofTool, caller.own));
    }

    private LimitShare[] ofTool(ServerConfig server, ToolConfig tool) {
        LimitShare[] known = byTool.get(tool.id());
        return known != null ? known : byTool.computeIfAbsent(tool.id(), _ -> shares(limits(server, tool)));
    }

    private OfCaller caller(VirtualKeyConfig key) {
        OfCaller known = byCaller.get(key.id());
        return known != null
                ? known
                : byCaller.computeIfAbsent(
                        key.id(), _ -> new OfCaller(shares(limits(key)), new ConcurrentHashMap<>(1)));
    }

    private static LimitShare[] joined(LimitShare[] first, LimitShare[] second) {
        return Stream.concat(Stream.of(first), Stream.of(second)).toArray(LimitShare[]::new);
    }

    private LimitShare[] shares(Stream<QuotaLimit> limits) {
        LimitShare[] shares = limits.map(holder::share).toArray(LimitShare[]::new);
        return shares.length == 0 ? NONE : shares;
    }

    /** Those of a tool, its groups and its server. A group counts whichever way a key came by the tool. */
    Stream<QuotaLimit> limits(ServerConfig server, ToolConfig tool) {
        String name = ToolNames.canonical(server.name(), tool.name());
        Stream<QuotaLimit> ofGroups = bySubject.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == Kind.TOOL_GROUP && isIn(entry.getKey(), name))
                .flatMap(entry -> entry.getValue().stream());
        return Stream.of(
                        of(Kind.TOOL, tool.id().toString()),
                        ofGroups,
                        of(Kind.SERVER, server.id().toString()))
                .flatMap(each -> each);
    }

    private boolean isIn(QuotaSubject subject, String canonicalName) {
        ToolGroupConfig group = snapshot.groups().get(GroupId.of(subject.id()));
        return group != null
                && group.patterns().stream().anyMatch(grant -> grant.tools().matches(canonicalName));
    }

    /** Those of a caller: the key, whom it belongs to, and the tenant. Of someone who signed in there is no key. */
    Stream<QuotaLimit> limits(VirtualKeyConfig key) {
        Stream<QuotaLimit> ofKey = snapshot.key(key.id()) == null
                ? Stream.empty()
                : of(Kind.KEY, key.id().value());
        Stream<QuotaLimit> ofSubjects = SubjectChain.of(key, snapshot.subjects()).subjects().stream()
                .map(SubjectConfig::ref)
                .flatMap(this::of);
        return Stream.of(ofKey, ofSubjects, of(Kind.TENANT, snapshot.tenant().toString()))
                .flatMap(each -> each);
    }

    private Stream<QuotaLimit> of(SubjectRef subject) {
        return switch (subject.kind()) {
            case TIER -> of(Kind.TIER, subject.id());
            case CUSTOMER -> of(Kind.CUSTOMER, subject.id());
            case TEAM -> of(Kind.TEAM, subject.id());
            case USER -> of(Kind.USER, subject.id());
            case SERVICE -> of(Kind.SERVICE, subject.id());
            case MODEL_PROVIDER -> Stream.empty();
        };
    }

    private Stream<QuotaLimit> of(Kind kind, String id) {
        return bySubject.getOrDefault(new QuotaSubject(kind, id), List.of()).stream();
    }
}
