package dev.tollgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.model.condition.Compilation;
import dev.tollgate.model.condition.CompiledCondition;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SnapshotConditionsTest {
    private static final Condition SMALL = new Condition("args.amount < 10");
    private static final Condition LARGE = new Condition("args.amount < 1000");
    private static final Condition TYPO = new Condition("args.amount <");

    private final Snapshots snapshots = new Snapshots();
    private final List<String> broken = new ArrayList<>();
    private final ConfigIntake intake =
            new ConfigIntake(snapshots, new Recorder(), new HeadCheck(new Region("local"), Map.of()));
    private final TestTenant tenant = new TestTenant();

    SnapshotConditionsTest() {
        intake.caughtUp();
    }

    @Test
    void areCompiledBeforeAnyCallAsksThem() {
        // given
        key(tenant, SMALL);
        group(tenant, LARGE);
        // when
        publish(tenant);
        // then
        assertThat(served(tenant).conditions()).containsOnlyKeys(SMALL, LARGE);
        assertThat(served(tenant).conditions().values()).hasOnlyElementsOfType(CompiledCondition.class);
    }

    @Test
    void areCompiledOnceATextHoweverManyKeysAndTenantsHaveIt() {
        // given
        for (int i = 0; i < 50; i++) {
            key(tenant, new Condition(SMALL.text()));
        }
        group(tenant, new Condition(SMALL.text()));
        TestTenant other = new TestTenant();
        key(other, new Condition(SMALL.text()));
        // when
        publish(tenant);
        publish(other);
        // then
        assertThat(served(tenant).conditions()).hasSize(1);
        assertThat(program(other, SMALL)).isSameAs(program(tenant, SMALL));
    }

    @Test
    void stayAsTheyAreWhereOtherThingsChange() {
        // given
        key(tenant, SMALL);
        publish(tenant);
        Compilation before = program(tenant, SMALL);
        System.gc();
        // when
        key(tenant, LARGE);
        publish(tenant);
        // then
        assertThat(program(tenant, SMALL)).isSameAs(before);
        assertThat(served(tenant).conditions()).hasSize(2);
    }

    @Test
    void goWithTheLastKeyThatMayCallByThem() {
        IssuedKey key = key(tenant, SMALL);
        key(tenant, LARGE);
        publish(tenant);

        tenant.revoke(key);
        publish(tenant);

        assertThat(served(tenant).conditions()).containsOnlyKeys(LARGE);
    }

    @Test
    void doNotKeepARevisionFromBeingServedWhereTheyAreBrokenAndAreToldOnce() {
        // given
        key(tenant, TYPO);
        key(tenant, SMALL);
        // when
        publish(tenant);
        key(tenant, TYPO);
        publish(tenant);
        // then
        assertThat(served(tenant).revision()).isEqualTo(2);
        assertThat(program(tenant, TYPO)).isInstanceOf(ConditionFault.class);
        assertThat(program(tenant, SMALL)).isInstanceOf(CompiledCondition.class);
        assertThat(broken).hasSize(1).first().asString().startsWith(tenant.id + " line 1, column 14");
        // and when
        TestTenant other = new TestTenant();
        key(other, TYPO);
        publish(other);
        // then
        assertThat(broken).hasSize(2);
    }

    @Test
    void areCompiledUpToABound() {
        var programs = new ConditionPrograms(2);

        Map<Condition, Compilation> compiled =
                programs.compile(new LinkedHashSet<>(List.of(SMALL, LARGE, new Condition("args.amount < 1"))));

        assertThat(compiled).containsOnlyKeys(SMALL, LARGE);
    }

    private Compilation program(TestTenant of, Condition condition) {
        return Objects.requireNonNull(served(of).condition(condition));
    }

    private TenantSnapshot served(TestTenant of) {
        return Objects.requireNonNull(snapshots.ofTenant(of.id));
    }

    private static IssuedKey key(TestTenant of, Condition when) {
        IssuedKey issued = of.key();
        VirtualKeyConfig key = issued.config();
        IssuedKey conditional = new IssuedKey(
                issued.secret(),
                new VirtualKeyConfig(
                        key.tenant(),
                        key.id(),
                        key.environment(),
                        key.name(),
                        key.credentials(),
                        List.of(new Grant(new ToolPattern("*"), when)),
                        key.groups(),
                        key.owner(),
                        key.modelProvider(),
                        key.sources(),
                        key.contentLogging(),
                        key.revoked(),
                        key.expiresAt()));
        of.put(conditional.config());
        return conditional;
    }

    private static void group(TestTenant of, Condition when) {
        of.put(new ToolGroupConfig(
                of.id, new GroupId(UUID.randomUUID()), new Slug("g"), List.of(new Grant(new ToolPattern("*"), when))));
    }

    private void publish(TestTenant of) {
        of.records().forEach(intake::accept);
        intake.accept(of.headKey(), ConfigCodec.encode(of.commit()));
    }

    private final class Recorder implements ConfigObserver {
        @Override
        public void applied(ConfigHead head, Map<String, StagedRecord> records, long nanos) {}

        @Override
        public void brokenCondition(TenantId of, ConditionFault fault) {
            broken.add(of + " " + fault);
        }

        @Override
        public void repeated(ConfigHead head) {}

        @Override
        public void rejected(ConfigHead head, String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void unreadable() {
            throw new AssertionError("unreadable");
        }
    }
}
