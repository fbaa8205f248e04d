package dev.tollgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.HeadSignature;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignedHeadsTest {
    private static final Region REGION = new Region("local");
    private static final KeyPair OURS = pair();
    private static final KeyPair OTHERS = pair();

    private final Snapshots snapshots = new Snapshots();
    private final List<String> rejections = new ArrayList<>();
    private final Map<String, StagedRecord> applied = new HashMap<>();
    private final HeadCheck check = new HeadCheck(REGION, Map.of("k1", OURS.getPublic()));
    private final ConfigIntake intake = new ConfigIntake(snapshots, new Recorder(), check);
    private final TestTenant tenant = new TestTenant();

    private enum Forgery {
        UNSIGNED("its head is not signed", head -> head),
        BY_ANOTHER("its head's signature is not valid for this region", head -> sign(head, REGION, "k1", OTHERS)),
        UNKNOWN_KEY(
                "its head is signed with a key that this gateway does not know",
                head -> sign(head, REGION, "k2", OURS)),
        FOR_ANOTHER_REGION(
                "its head's signature is not valid for this region", head -> sign(head, new Region("eu"), "k1", OURS)),
        OF_ANOTHER_HEAD("its head's signature is not valid for this region", head -> {
            ConfigHead other = sign(
                    new ConfigHead(head.tenant(), 7, head.digest(), head.resources(), head.committedAt()),
                    REGION,
                    "k1",
                    OURS);
            return head.signed(String.valueOf(other.signature()), "k1");
        }),
        NO_SIGNATURE_AT_ALL("its head's signature is not valid for this region", head -> head.signed("%%", "k1"));

        private final String reason;
        private final UnaryOperator<ConfigHead> forge;

        Forgery(String reason, UnaryOperator<ConfigHead> forge) {
            this.reason = reason;
            this.forge = forge;
        }
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void whatTheControlPlaneDidNotSignIsRejectedAndTheLastGoodRevisionServes(Forgery forgery) {
        // given
        intake.caughtUp();
        publish(sign(tenant.commit(), REGION, "k1", OURS));
        tenant.key("*");
        // when
        publish(forgery.forge.apply(tenant.commit()));
        // then
        assertThat(rejections).containsExactly("2: " + forgery.reason);
        assertThat(Objects.requireNonNull(snapshots.ofTenant(tenant.id)).revision())
                .isEqualTo(1);
        // and when
        publish(sign(tenant.commit(), REGION, "k1", OURS));
        // then
        assertThat(Objects.requireNonNull(snapshots.ofTenant(tenant.id)).revision())
                .isEqualTo(3);
    }

    @Test
    void aTenantLeavesByASignedHeadAndByNothingElse() {
        // given
        intake.caughtUp();
        publish(sign(tenant.commit(), REGION, "k1", OURS));
        // when
        intake.accept(tenant.headKey(), null);
        intake.accept(tenant.headKey(), ConfigCodec.encode(tenant.leave()));
        // then
        assertThat(rejections)
                .containsExactly(
                        "1: it is not on the topic any more, and no head says that the tenant left",
                        "2: its head is not signed");
        assertThat(snapshots.size()).isOne();
        // and when
        intake.accept(tenant.headKey(), ConfigCodec.encode(sign(tenant.leave(), REGION, "k1", OURS)));
        // then
        assertThat(snapshots.size()).isZero();
    }

    @Test
    void aForgedHeadBehindAGoodOneDoesNotHideItFromAGatewayThatStarts() {
        // given
        publish(sign(tenant.commit(), REGION, "k1", OURS));
        // when
        intake.accept(tenant.headKey(), ConfigCodec.encode(tenant.commit()));
        intake.caughtUp();
        // then
        assertThat(Objects.requireNonNull(snapshots.ofTenant(tenant.id)).revision())
                .isEqualTo(1);
    }

    @Test
    void duringARotationBothKeysAreGood() {
        HeadCheck both = new HeadCheck(REGION, Map.of("k1", OURS.getPublic(), "k2", OTHERS.getPublic()));

        assertThat(both.problem(sign(tenant.commit(), REGION, "k1", OURS))).isNull();
        assertThat(both.problem(sign(tenant.commit(), REGION, "k2", OTHERS))).isNull();
        assertThat(both.problem(sign(tenant.commit(), REGION, "k2", OURS))).isNotNull();
    }

    @Test
    void aForgedCopyOnDiskIsRefusedAtStart(@TempDir Path directory) throws IOException {
        // given
        tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
        intake.caughtUp();
        publish(sign(tenant.commit(), REGION, "k1", OURS));
        TenantSnapshot served = Objects.requireNonNull(snapshots.ofTenant(tenant.id));
        SnapshotFile.write(directory, served.head(), applied);
        Path file = SnapshotFile.path(directory, tenant.id);
        // then
        assertThat(restored(file)).isEqualTo("served");
        // when whoever can write the file changes a record, and makes the digest fit again
        tenant.server("evil", URI.create("http://127.0.0.1:2/mcp"));
        Map<String, byte[]> values = new HashMap<>();
        tenant.records().forEach((key, value) -> values.put(key.substring(key.indexOf('/') + 1), value));
        ConfigHead fitting = tenant.commit()
                .signed(
                        String.valueOf(served.head().signature()),
                        String.valueOf(served.head().keyId()));
        // then
        assertThat(new ConfigIntake(new Snapshots(), new Recorder(), check).restore(fitting, values))
                .hasValue("its head's signature is not valid for this region");
        // and when the record alone is changed
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, text.replace("127.0.0.1:1", "127.0.0.1:2"), StandardCharsets.ISO_8859_1);
        // then
        assertThat(restored(file)).isEqualTo("its digest is not the head's");
    }

    private String restored(Path file) throws IOException {
        SnapshotFile copy = SnapshotFile.read(file);
        return new ConfigIntake(new Snapshots(), new Recorder(), check)
                .restore(copy.head(), copy.values())
                .orElse("served");
    }

    private void publish(ConfigHead head) {
        tenant.records().forEach(intake::accept);
        intake.accept(tenant.headKey(), ConfigCodec.encode(head));
    }

    private static ConfigHead sign(ConfigHead head, Region region, String keyId, KeyPair with) {
        return HeadSignature.sign(head, region, keyId, with.getPrivate());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Recorder implements ConfigObserver {
        @Override
        public void applied(ConfigHead head, Map<String, StagedRecord> records, long nanos) {
            applied.clear();
            applied.putAll(records);
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
        public void unreadable() {}
    }
}
