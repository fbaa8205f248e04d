package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.SessionWord;
import dev.tollgate.model.wire.SyncRequest;
import dev.tollgate.model.wire.TenantApplied;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.UpstreamChallenge;
import dev.tollgate.model.wire.UpstreamReport;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Every topic that there is, and whose its records are. */
final class KnownTopics {
    private static final int SERVER_PARTS = 3;

    private KnownTopics() {}

    /** Those that all regions share, and each region's own. */
    static Set<String> of(Region... regions) {
        var topics = new HashSet<>(Set.of(Topics.CATALOG, Topics.STATUS, Topics.EVENTS, Topics.QUOTA_REQUESTS));
        for (var region : regions) {
            topics.addAll(ofAlone(region));
        }
        return topics;
    }

    static Set<String> ofAlone(Region region) {
        return Set.of(Topics.config(region), Topics.sync(region), Topics.sessions(region), Topics.quotaGrants(region));
    }

    /**
     * The tenant that key and value both say; fails where they differ, or the value is not what the topic carries. Empty for
     * what is no tenant's.
     */
    static Optional<TenantId> ownerOf(ConsumerRecord<byte[], byte[]> record) {
        var key = new String(record.key(), StandardCharsets.UTF_8);
        return switch (record.topic()) {
            case Topics.CATALOG -> catalog(key, record.value());
            case Topics.STATUS -> status(key, record.value());
            case Topics.EVENTS -> event(key, record.value());
            case Topics.QUOTA_REQUESTS -> quotaRequest(key, record.value());
            case String topic when topic.startsWith("tollgate.config.") -> config(key, record.value());
            case String topic when topic.startsWith("tollgate.sync.") -> sync(key, record.value());
            case String topic when topic.startsWith("tollgate.sessions.") -> session(key, record.value());
            case String topic when topic.startsWith("tollgate.quota.grants.") -> quotaAnswer(key, record.value());
            default -> throw new AssertionError("the suite does not know the topic " + record.topic());
        };
    }

    /** The codec refuses what is not of its key's tenant. A record without value takes its resource back. */
    private static Optional<TenantId> config(String key, byte @Nullable [] value) {
        var parsed = ConfigKey.parse(key);
        if (value == null) {
            return Optional.of(parsed.tenant());
        }
        return Optional.of(
                switch (parsed.kind()) {
                    case HEAD -> ConfigCodec.decodeHead(parsed, value).tenant();
                    case CONNECTION ->
                        ConfigCodec.decodeConnection(parsed, value).tenant();
                    default -> ConfigCodec.decode(parsed, value).tenant();
                });
    }

    private static Optional<TenantId> catalog(String key, byte @Nullable [] value) {
        if (value == null) {
            return Optional.of(firstPart(key));
        }
        if (UpstreamChallenge.isKey(key)) {
            var challenge = WireJson.decode(value, UpstreamChallenge.class);
            assertThat(challenge.key()).isEqualTo(key);
            return Optional.of(challenge.tenant());
        }
        var report = WireJson.decode(value, CatalogReport.class);
        assertThat(report.key()).isEqualTo(key);
        return Optional.of(report.tenant());
    }

    private static Optional<TenantId> session(String key, byte @Nullable [] value) {
        if (value == null) {
            return Optional.of(firstPart(key));
        }
        var word = WireJson.decode(value, SessionWord.class);
        assertThat(word.key()).isEqualTo(key);
        return Optional.of(word.tenant());
    }

    private static Optional<TenantId> sync(String key, byte[] value) {
        var request = WireJson.decode(value, SyncRequest.class);
        assertThat(request.tenant() + "/" + request.server()).isEqualTo(key);
        return Optional.of(request.tenant());
    }

    /** Keyed by tenant and gateway, and by server too where it speaks of one, or by a gateway that speaks of itself. */
    private static Optional<TenantId> status(String key, byte @Nullable [] value) {
        if (value != null && !key.contains("/")) {
            assertThat(WireJson.decode(value, GatewayHeartbeat.class).gateway()).hasToString(key);
            return Optional.empty();
        }
        if (value == null) {
            return Optional.of(firstPart(key));
        }
        if (key.split("/", -1).length == SERVER_PARTS) {
            var report = WireJson.decode(value, UpstreamReport.class);
            assertThat(report.key()).isEqualTo(key);
            return Optional.of(report.tenant());
        }
        var applied = WireJson.decode(value, TenantApplied.class);
        assertThat(applied.key()).isEqualTo(key);
        return Optional.of(applied.tenant());
    }

    private static Optional<TenantId> event(String key, byte[] value) {
        var event = WireJson.decode(value, ToolCallEvent.class);
        assertThat(event.tenant()).hasToString(key);
        return Optional.of(event.tenant());
    }

    /** The codec refuses what is about another limit than its key's. A process's end is no tenant's. */
    private static Optional<TenantId> quotaRequest(String key, byte[] value) {
        if (QuotaCodec.isBoot(key)) {
            QuotaCodec.decodeBootEnded(key, value);
            return Optional.empty();
        }
        QuotaCodec.decodeRequest(key, value);
        return Optional.of(QuotaCodec.tenant(key));
    }

    private static Optional<TenantId> quotaAnswer(String key, byte[] value) {
        QuotaCodec.decodeAnswer(key, value);
        return Optional.of(QuotaCodec.tenant(key));
    }

    private static TenantId firstPart(String key) {
        return TenantId.of(key.substring(0, key.indexOf('/')));
    }
}
