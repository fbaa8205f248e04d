package dev.tollgate.gateway.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigIntakeTest {
    private static final URI URL = URI.create("http://127.0.0.1:1/mcp");
    private static final HeadCheck UNCHECKED = new HeadCheck(new Region("local"), Map.of());

    private final Snapshots snapshots = new Snapshots();
    private final Recorder recorder = new Recorder();
    private final ConfigIntake intake = new ConfigIntake(snapshots, recorder, UNCHECKED);
    private final TestTenant tenant = new TestTenant();
    private final IssuedKey key = tenant.key("*");
    private final ServerConfig server = tenant.server("crm", URL);
    private final ToolConfig tool = tenant.tool(server, "find");

    @Test
    void servesARevisionWhenItsHeadArrives() {
        // given
        intake.caughtUp();
        tenant.records().forEach(intake::accept);
        assertThat(snapshots.ofTenant(tenant.id)).isNull();
        // when
        head(tenant.commit());
        // then
        TenantSnapshot served =
                Objects.requireNonNull(snapshots.ofKey(key.config().id()));
        assertThat(served.revision()).isEqualTo(1);
        assertThat(served.catalog().tools()).containsExactly(tool);
        assertThat(recorder.applied).containsExactly(1L);
    }

    @Test
    void keepsTheLastGoodRevisionWhenTheNextIsNotWhatItsHeadSays() {
        // given
        publish(tenant);
        intake.caughtUp();
        tenant.revoke(key);
        // when
        head(tenant.commit());
        // then
        TenantSnapshot served = Objects.requireNonNull(snapshots.ofTenant(tenant.id));
        assertThat(served.revision()).isEqualTo(1);
        assertThat(recorder.rejections).containsExactly("2: its digest is not the head's");
    }

    @Test
    void recoversWithTheNextGoodRevision() {
        publish(tenant);
        intake.caughtUp();
        tenant.revoke(key);
        head(tenant.commit());
        // when
        publish(tenant);
        // then
        assertThat(Objects.requireNonNull(snapshots.ofTenant(tenant.id)).revision())
                .isEqualTo(3);
        assertThat(Objects.requireNonNull(snapshots.ofKey(key.config().id()))
                        .key(key.config().id()))
                .matches(k -> Objects.requireNonNull(k).revoked());
    }

    @Test
    void rejectsARevisionThatHoldsWhatItCannotRead() {
        // given
        intake.caughtUp();
        Map<String, byte[]> records = new HashMap<>(tenant.records());
        byte[] budget = "{\"limit\":\"1\"}".getBytes(UTF_8);
        records.put(tenant.id + "/budget/7", budget);
        records.forEach(intake::accept);
        ConfigHead head = tenant.commit();
        // when
        head(new ConfigHead(tenant.id, 1, head.digest(), head.resources() + 1, head.committedAt()));
        // then
        assertThat(snapshots.ofTenant(tenant.id)).isNull();
        assertThat(recorder.rejections).containsExactly("1: budget/7: it cannot be read by this gateway");
    }

    @Test
    void takesBackWhatIsTakenBack() {
        // given
        publish(tenant);
        intake.caughtUp();
        tenant.remove(tool);
        intake.accept(ConfigKey.of(tool).toString(), null);
        // when
        head(tenant.commit());
        // then
        assertThat(Objects.requireNonNull(snapshots.ofTenant(tenant.id))
                        .catalog()
                        .tools())
                .isEmpty();
    }

    @Test
    void keepsTheCatalogueWhileOnlyKeysChange() {
        // given
        publish(tenant);
        intake.caughtUp();
        ToolCatalog before =
                Objects.requireNonNull(snapshots.ofTenant(tenant.id)).catalog();
        // when
        IssuedKey another = tenant.key("*");
        publish(tenant, another.config());
        // then
        TenantSnapshot after =
                Objects.requireNonNull(snapshots.ofKey(another.config().id()));
        assertThat(after.catalog()).isSameAs(before);
        // and when
        publish(tenant, tenant.tool(server, "new"));
        // then
        assertThat(Objects.requireNonNull(snapshots.ofTenant(tenant.id)).catalog())
                .isNotSameAs(before);
    }

    @Test
    void forgetsATenantWhoseHeadSaysThatItLeftAndTakesItBackByALaterOne() {
        // given
        publish(tenant);
        intake.caughtUp();
        // when
        head(tenant.leave());
        // then
        assertThat(snapshots.ofKey(key.config().id())).isNull();
        assertThat(snapshots.size()).isZero();
        assertThat(recorder.lastHead().saysGone()).isTrue();
        assertThat(recorder.lastRecords()).isEmpty();
        // and when
        publish(tenant);
        // then
        assertThat(Objects.requireNonNull(snapshots.ofTenant(tenant.id)).revision())
                .isEqualTo(3);
    }

    @Test
    void aHeadThatIsTakenBackTakesNoTenantAway() {
        // given
        publish(tenant);
        intake.caughtUp();
        // when
        tenant.records().keySet().forEach(record -> intake.accept(record, null));
        intake.accept(tenant.headKey(), null);
        // then
        assertThat(Objects.requireNonNull(snapshots.ofTenant(tenant.id)).revision())
                .isEqualTo(1);
        assertThat(recorder.rejections)
                .containsExactly("1: it is not on the topic any more, and no head says that the tenant left");
    }

    @Test
    void anOlderRevisionDoesNotBringATenantBackThatLeftNotEvenAfterARestart(@TempDir Path directory)
            throws IOException {
        // given
        publish(tenant);
        intake.caughtUp();
        Map<String, byte[]> records = tenant.records();
        ConfigHead first = recorder.lastHead();
        head(tenant.leave());
        SnapshotFile.write(directory, recorder.lastHead(), recorder.lastRecords());
        SnapshotFile copy = SnapshotFile.read(SnapshotFile.path(directory, tenant.id));
        Snapshots restarted = new Snapshots();
        Recorder afterRestart = new Recorder();
        ConfigIntake next = new ConfigIntake(restarted, afterRestart, UNCHECKED);
        // when
        assertThat(next.restore(copy.head(), copy.values())).isEmpty();
        records.forEach(next::accept);
        next.accept(tenant.headKey(), ConfigCodec.encode(first));
        next.caughtUp();
        // then
        assertThat(restarted.size()).isZero();
        assertThat(afterRestart.rejections)
                .containsExactly("1: revision 2 of epoch 0 is here already, which is later than epoch 0");
    }

    @Test
    void aRestartDoesNotGoBackBehindTheCopyOnDisk() {
        // given
        Map<String, byte[]> first = tenant.records();
        publish(tenant);
        ConfigHead firstHead = Objects.requireNonNull(snapshotAfterCatchUp()).head();
        tenant.revoke(key);
        publish(tenant);
        Map<String, byte[]> values = new HashMap<>();
        recorder.lastRecords().forEach((k, v) -> values.put(k, v.value()));
        Snapshots restarted = new Snapshots();
        Recorder afterRestart = new Recorder();
        ConfigIntake next = new ConfigIntake(restarted, afterRestart, UNCHECKED);
        next.restore(recorder.lastHead(), values);
        // when
        first.forEach(next::accept);
        next.accept(tenant.headKey(), ConfigCodec.encode(firstHead));
        next.caughtUp();
        // then
        assertThat(Objects.requireNonNull(restarted.ofTenant(tenant.id)).revision())
                .isEqualTo(2);
        assertThat(afterRestart.rejections)
                .containsExactly("1: revision 2 of epoch 0 is here already, which is later than epoch 0");
    }

    @Test
    void passesOverOldHeadsWhoseRecordsCompactionTook() {
        // given
        ConfigHead old = tenant.commit();
        tenant.revoke(key);
        // when
        head(old);
        publish(tenant);
        intake.caughtUp();
        // then
        assertThat(Objects.requireNonNull(snapshots.ofTenant(tenant.id)).revision())
                .isEqualTo(2);
        assertThat(recorder.rejections).isEmpty();
    }

    @Test
    void doesNotGoBackToAnOlderRevisionThatIsSentAgain() {
        // given
        Map<String, byte[]> first = tenant.records();
        publish(tenant);
        ConfigHead firstHead = Objects.requireNonNull(snapshotAfterCatchUp()).head();
        tenant.revoke(key);
        publish(tenant);
        // when
        first.forEach(intake::accept);
        head(firstHead);
        // then
        assertThat(Objects.requireNonNull(Objects.requireNonNull(snapshots.ofTenant(tenant.id))
                                .key(key.config().id()))
                        .revoked())
                .isTrue();
    }

    @Test
    void goesBackToAnOlderRevisionOfALaterEpochAndNotToAnEarlierEpoch() {
        // given
        Map<String, byte[]> backup = tenant.records();
        publish(tenant);
        ConfigHead first = Objects.requireNonNull(snapshotAfterCatchUp()).head();
        tenant.revoke(key);
        publish(tenant);
        ConfigHead last = Objects.requireNonNull(snapshots.ofTenant(tenant.id)).head();
        ConfigHead restored =
                new ConfigHead(tenant.id, first.revision(), first.digest(), first.resources(), first.committedAt(), 5L);
        // when
        backup.forEach(intake::accept);
        head(restored);
        // then
        TenantSnapshot served = Objects.requireNonNull(snapshots.ofTenant(tenant.id));
        assertThat(served.head()).isEqualTo(restored);
        assertThat(served.key(key.config().id()))
                .matches(k -> !Objects.requireNonNull(k).revoked());
        // when
        tenant.records().forEach(intake::accept);
        head(last);
        // then
        assertThat(Objects.requireNonNull(snapshots.ofTenant(tenant.id)).head()).isEqualTo(restored);
        assertThat(recorder.rejections)
                .containsExactly("2: revision 1 of epoch 5 is here already, which is later than epoch 0");
    }

    @Test
    void oneTenantCannotTakeAnothersKey() {
        // given
        publish(tenant);
        intake.caughtUp();
        TestTenant other = new TestTenant();
        var stolen = new dev.tollgate.model.config.VirtualKeyConfig(
                other.id,
                key.config().id(),
                other.environment,
                "x",
                key.config().credentials(),
                List.of(),
                List.of(),
                other.service,
                null,
                List.of(),
                dev.tollgate.model.config.ContentLogging.AS_ENVIRONMENT,
                false,
                null);
        other.put(stolen);
        // when
        publish(other);
        // then
        assertThat(Objects.requireNonNull(snapshots.ofKey(key.config().id())).tenant())
                .isEqualTo(tenant.id);
        assertThat(recorder.rejections).containsExactly("1: it has a key id that another tenant has");
    }

    @Test
    void servesTheCopyOnDiskUntilTheTopicSaysMore(@TempDir Path directory) throws IOException {
        // given
        publish(tenant);
        intake.caughtUp();
        SnapshotFile.write(directory, recorder.lastHead(), recorder.lastRecords());
        SnapshotFile copy = SnapshotFile.read(SnapshotFile.path(directory, tenant.id));
        Snapshots restarted = new Snapshots();
        Recorder afterRestart = new Recorder();
        ConfigIntake next = new ConfigIntake(restarted, afterRestart, UNCHECKED);
        // when
        assertThat(next.restore(copy.head(), copy.values())).isEmpty();
        // then
        assertThat(Objects.requireNonNull(restarted.ofKey(key.config().id())).revision())
                .isEqualTo(1);
        // and when
        tenant.revoke(key);
        tenant.remove(tool);
        tenant.records().forEach(next::accept);
        next.accept(tenant.headKey(), ConfigCodec.encode(tenant.commit()));
        next.caughtUp();
        // then
        TenantSnapshot served = Objects.requireNonNull(restarted.ofTenant(tenant.id));
        assertThat(served.revision()).isEqualTo(2);
        assertThat(served.catalog().tools()).isEmpty();
        assertThat(afterRestart.applied).containsExactly(2L);
    }

    @Test
    void aDamagedCopyIsNotServed(@TempDir Path directory) throws IOException {
        // given
        publish(tenant);
        intake.caughtUp();
        SnapshotFile.write(directory, recorder.lastHead(), recorder.lastRecords());
        Path file = SnapshotFile.path(directory, tenant.id);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        // when
        Files.writeString(
                file,
                text.replace("\"revoked\":false", "\"revoked\":true "),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        SnapshotFile copy = SnapshotFile.read(file);
        // then
        assertThat(new ConfigIntake(new Snapshots(), recorder, UNCHECKED).restore(copy.head(), copy.values()))
                .hasValue("its digest is not the head's");
    }

    @Test
    void aTenantOnDiskThatTheTopicDoesNotKnowIsServedAndOneThatLeftMeanwhileIsNot() {
        // given
        TestTenant stays = new TestTenant();
        publish(stays);
        intake.caughtUp();
        ConfigHead staying = recorder.lastHead();
        Map<String, byte[]> ofStaying = stays.records();
        publish(tenant);
        Snapshots restarted = new Snapshots();
        Recorder afterRestart = new Recorder();
        ConfigIntake next = new ConfigIntake(restarted, afterRestart, UNCHECKED);
        Map<String, byte[]> values = new HashMap<>();
        recorder.lastRecords().forEach((k, v) -> values.put(k, v.value()));
        next.restore(recorder.lastHead(), values);
        next.restore(staying, withinTenant(ofStaying));
        // when
        next.accept(tenant.headKey(), ConfigCodec.encode(tenant.leave()));
        next.caughtUp();
        // then
        assertThat(restarted.tenants()).containsExactly(stays.id);
        assertThat(afterRestart.rejections)
                .containsExactly("1: it is not on the topic any more, and no head says that the tenant left");
    }

    private static Map<String, byte[]> withinTenant(Map<String, byte[]> records) {
        Map<String, byte[]> values = new HashMap<>();
        records.forEach((key, value) -> values.put(ConfigKey.parse(key).withinTenant(), value));
        return values;
    }

    @Test
    void passesOverWhatBelongsToNoTenant() {
        intake.accept("nonsense", new byte[0]);
        intake.accept("", null);
        intake.accept(tenant.headKey(), "{}".getBytes(UTF_8));

        assertThat(recorder.unreadable).isEqualTo(3);
    }

    @Test
    void keepsAValueThatANewerPlaneWroteByteForByte() {
        // given
        byte[] value = new String(ConfigCodec.encode(server), UTF_8)
                .replace("{\"tenant\"", "{\"new\":[1],\"tenant\"")
                .getBytes(UTF_8);
        // when
        StagedRecord record = StagedRecord.read(ConfigKey.of(server).toString(), value, new Definitions());
        // then
        assertThat(record.resource()).isEqualTo(server);
        assertThat(record.value()).isEqualTo(value);
        assertThat(record.isOf(value)).isTrue();
    }

    private TenantSnapshot snapshotAfterCatchUp() {
        intake.caughtUp();
        return Objects.requireNonNull(snapshots.ofTenant(tenant.id));
    }

    private void publish(TestTenant published) {
        published.records().forEach(intake::accept);
        intake.accept(published.headKey(), ConfigCodec.encode(published.commit()));
    }

    private void publish(TestTenant published, dev.tollgate.model.config.ConfigResource changed) {
        intake.accept(ConfigKey.of(changed).toString(), ConfigCodec.encode(changed));
        intake.accept(published.headKey(), ConfigCodec.encode(published.commit()));
    }

    private void head(ConfigHead head) {
        intake.accept(ConfigKey.head(head.tenant()).toString(), ConfigCodec.encode(head));
    }

    private static final class Recorder implements ConfigObserver {
        private final List<Long> applied = new ArrayList<>();
        private final List<String> rejections = new ArrayList<>();
        private final List<ConfigHead> heads = new ArrayList<>();
        private final List<Map<String, StagedRecord>> records = new ArrayList<>();
        private int unreadable;

        @Override
        public void applied(ConfigHead head, Map<String, StagedRecord> all, long nanos) {
            assertThat(nanos).isPositive();
            applied.add(head.revision());
            heads.add(head);
            records.add(all);
        }

        @Override
        public void brokenCondition(TenantId tenant, ConditionFault fault) {}

        @Override
        public void repeated(ConfigHead head) {}

        @Override
        public void rejected(ConfigHead head, String reason) {
            rejections.add(head.revision() + ": " + reason);
        }

        @Override
        public void unreadable() {
            unreadable++;
        }

        ConfigHead lastHead() {
            return heads.getLast();
        }

        Map<String, StagedRecord> lastRecords() {
            return records.getLast();
        }
    }
}
