package dev.tollgate.gateway.config;

import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.MalformedRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns configuration records into served snapshots: it stages each tenant's records and swaps when a head confirms them.
 * The topic is first read from its beginning; until {@link #caughtUp()} a head only counts if nothing of its tenant
 * follows, because compaction leaves old heads behind whose records are gone. Used by one thread.
 */
final class ConfigIntake {
    private static final String CONNECTION = "/" + ConfigKind.CONNECTION.text() + "/";

    private final Snapshots snapshots;
    private final ConfigObserver observer;
    private final HeadCheck check;
    private final Definitions definitions = new Definitions();
    private final ConditionPrograms programs = new ConditionPrograms();
    private final Map<TenantId, StagedTenant> staged = new HashMap<>();
    private final Map<TenantId, ConfigHead> pendingHeads = new LinkedHashMap<>();
    /** With what head tenants left the region, so that nothing older of them is served again. */
    private final Map<TenantId, ConfigHead> left = new HashMap<>();
    /** Read from disk: served at once, and a store of records already decoded while the topic repeats them. */
    private Map<TenantId, Map<String, StagedRecord>> restored = new HashMap<>();

    private boolean caughtUp;

    ConfigIntake(Snapshots snapshots, ConfigObserver observer, HeadCheck check) {
        this.check = check;
        this.snapshots = snapshots;
        this.observer = observer;
    }

    /** Serves a tenant's copy from disk until the topic says more. Why it does not, if the copy is not what it should be. */
    Optional<String> restore(ConfigHead head, Map<String, byte[]> values) {
        String forged = check.problem(head);
        if (forged != null) {
            return Optional.of(forged);
        }
        if (head.saysGone()) {
            left.put(head.tenant(), head);
            return Optional.empty();
        }
        StagedTenant tenant = new StagedTenant();
        values.forEach(
                (key, value) -> tenant.put(key, StagedRecord.read(head.tenant() + "/" + key, value, definitions)));
        return switch (tenant.build(head, programs)) {
            case StagedTenant.Build.Ready ready -> {
                swap(ready.snapshot());
                restored.put(head.tenant(), tenant.copy());
                yield Optional.empty();
            }
            case StagedTenant.Build.Rejected rejected -> Optional.of(rejected.reason());
        };
    }

    /** Takes the next record of a partition; no value takes the resource back, but never a head. */
    void accept(String key, byte @Nullable [] value) {
        int slash = key.indexOf('/');
        try {
            TenantId tenant = TenantId.of(key.substring(0, Math.max(slash, 0)));
            if (key.startsWith(CONNECTION, slash)) {
                connection(key, value);
            } else if (!key.equals(ConfigKey.head(tenant).toString())) {
                stage(tenant, key, key.substring(slash + 1), value);
            } else if (value == null) {
                headTakenBack(tenant);
            } else {
                head(ConfigCodec.decodeHead(ConfigKey.head(tenant), value));
            }
        } catch (IllegalArgumentException | MalformedRecord e) {
            observer.unreadable();
        }
    }

    /** Taking a value back says nothing, for whoever can write to the topic can: a connection ends by a record that says so. */
    private void connection(String key, byte @Nullable [] value) {
        if (value != null) {
            observer.connection(ConfigKey.parse(key), value);
        }
    }

    private void stage(TenantId tenant, String key, String within, byte @Nullable [] value) {
        pendingHeads.remove(tenant);
        StagedTenant records = staged.computeIfAbsent(tenant, _ -> new StagedTenant());
        if (value == null) {
            records.remove(within);
            return;
        }
        StagedRecord known = restored.getOrDefault(tenant, Map.of()).get(within);
        records.put(within, known != null && known.isOf(value) ? known : StagedRecord.read(key, value, definitions));
    }

    private void head(ConfigHead head) {
        if (caughtUp) {
            close(head);
            return;
        }
        ConfigHead pending = pendingHeads.get(head.tenant());
        if (pending == null || (!head.isOlderThan(pending) && check.problem(head) == null)) {
            pendingHeads.put(head.tenant(), head);
        }
    }

    /** The topic's end as it was at the start has been reached: what is pending is the truth now, if it is not older than the copy on disk. */
    void caughtUp() {
        caughtUp = true;
        pendingHeads.values().forEach(this::close);
        pendingHeads.clear();
        restored.keySet().stream().filter(tenant -> !staged.containsKey(tenant)).forEach(this::headTakenBack);
        restored = Map.of();
    }

    /** Whoever can write to the topic can take records back, so that says nothing: a tenant leaves by a head that says so. */
    private void headTakenBack(TenantId tenant) {
        TenantSnapshot served = snapshots.ofTenant(tenant);
        if (served != null) {
            observer.rejected(served.head(), "it is not on the topic any more, and no head says that the tenant left");
        }
    }

    private void close(ConfigHead head) {
        long startedNanos = System.nanoTime();
        StagedTenant tenant = staged.computeIfAbsent(head.tenant(), _ -> new StagedTenant());
        ConfigHead newest = newest(head.tenant());
        if (head.equals(newest)) {
            observer.repeated(head);
            return;
        }
        String forged = check.problem(head);
        if (forged != null) {
            observer.rejected(head, forged);
            return;
        }
        if (newest != null && head.isOlderThan(newest)) {
            observer.rejected(
                    head,
                    "revision " + newest.revision() + " of epoch " + newest.epochOrZero()
                            + " is here already, which is later than epoch " + head.epochOrZero());
            return;
        }
        if (head.saysGone()) {
            leave(head, startedNanos);
            return;
        }
        switch (tenant.build(head, programs)) {
            case StagedTenant.Build.Rejected rejected -> observer.rejected(head, rejected.reason());
            case StagedTenant.Build.Ready ready -> serve(head, ready.snapshot(), tenant, startedNanos);
        }
    }

    private @Nullable ConfigHead newest(TenantId tenant) {
        TenantSnapshot served = snapshots.ofTenant(tenant);
        return served == null ? left.get(tenant) : served.head();
    }

    private void serve(ConfigHead head, TenantSnapshot snapshot, StagedTenant tenant, long startedNanos) {
        if (snapshots.taken(snapshot) != null) {
            observer.rejected(head, "it has a key id that another tenant has");
            return;
        }
        if (snapshots.isOrganizationTaken(snapshot)) {
            observer.rejected(head, "its people sign in to an organization that another tenant has");
            return;
        }
        swap(snapshot);
        long nanos = System.nanoTime() - startedNanos;
        left.remove(head.tenant());
        observer.applied(head, tenant.copy(), nanos);
    }

    /** A condition that does not compile is no reason to reject a revision: it never holds, and the rest of the tenant is right. */
    private void swap(TenantSnapshot next) {
        TenantSnapshot before = snapshots.ofTenant(next.tenant());
        observer.taking(next);
        snapshots.swap(next);
        next.conditions().forEach((condition, compilation) -> {
            if (compilation instanceof ConditionFault fault
                    && (before == null || !(before.condition(condition) instanceof ConditionFault))) {
                observer.brokenCondition(next.tenant(), fault);
            }
        });
    }

    private void leave(ConfigHead head, long startedNanos) {
        staged.remove(head.tenant());
        snapshots.remove(head.tenant());
        left.put(head.tenant(), head);
        observer.left(head.tenant());
        observer.applied(head, Map.of(), System.nanoTime() - startedNanos);
    }
}
