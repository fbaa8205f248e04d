package dev.tollgate.gateway.config;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Snapshots that tests of later steps fill as the topic would. */
public final class TestSnapshots {
    private final Snapshots snapshots = new Snapshots();
    private final ConfigIntake intake =
            new ConfigIntake(snapshots, new NoObserver(), new HeadCheck(new Region("local"), Map.of()));
    private final AtomicLong millis = new AtomicLong();
    private final Freshness freshness = new Freshness(millis::get);

    public TestSnapshots() {
        intake.caughtUp();
    }

    public Freshness freshness() {
        return freshness;
    }

    /** Lets time pass without a word from the topic. */
    public void grow(long olderByMillis) {
        millis.addAndGet(olderByMillis);
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public void publish(TestTenant tenant) {
        tenant.records().forEach(intake::accept);
        intake.accept(tenant.headKey(), ConfigCodec.encode(tenant.commit()));
        if (snapshots.ofTenant(tenant.id) == null) {
            throw new IllegalStateException("the tenant was rejected");
        }
    }

    /** Takes something of a tenant away, with the revision that is published next. */
    public void remove(TestTenant tenant, ConfigResource resource) {
        tenant.remove(resource);
        intake.accept(ConfigKey.of(resource).toString(), null);
    }

    private static final class NoObserver implements ConfigObserver {
        @Override
        public void applied(ConfigHead head, Map<String, StagedRecord> records, long nanos) {}

        @Override
        public void brokenCondition(TenantId tenant, ConditionFault fault) {}

        @Override
        public void repeated(ConfigHead head) {}

        @Override
        public void rejected(ConfigHead head, String reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public void unreadable() {
            throw new IllegalStateException("unreadable");
        }
    }
}
