package dev.tollgate.control.publish;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigDigest;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.SyncRequest;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.WireJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a change as published state and outbox records: its resources first, the head that closes them after. */
final class Publication {
    private final Connection connection;
    private final HeadSigner signer;
    private final Head before;
    private final Map<String, String> hashes;
    private final OutboxWriter outbox;
    private boolean changed;

    private Publication(Connection connection, HeadSigner signer, Head before) throws SQLException {
        this.connection = connection;
        this.signer = signer;
        this.before = before;
        this.hashes = PublishedStore.hashes(connection, before.tenant());
        this.outbox = new OutboxWriter(connection, before.tenant());
    }

    /** The revision after the change; that of before if nothing published has changed. */
    static long write(Connection connection, HeadSigner signer, Head before, Change change) throws SQLException {
        if (change.resources().isEmpty() && change.looks().isEmpty()) {
            return before.revision();
        }
        return new Publication(connection, signer, before).write(change);
    }

    /** The state as it is, sent once more; nothing changes by it. */
    static long repeat(Connection connection, HeadSigner signer, Head head, Set<String> onTopic) throws SQLException {
        String topic = Topics.config(head.region());
        OutboxWriter outbox = new OutboxWriter(connection, head.tenant());
        outbox.addAllPublished(topic);
        Set<String> published = PublishedStore.hashes(connection, head.tenant()).keySet();
        for (String key : onTopic) {
            if (!published.contains(key)) {
                outbox.add(topic, head.tenant() + "/" + key, null);
            }
        }
        ConfigHead current = signer.sign(PublishedStore.head(connection, head.tenant()), head.region());
        outbox.add(topic, ConfigKey.head(head.tenant()).toString(), ConfigCodec.encode(current));
        outbox.flush();
        return head.revision();
    }

    private long write(Change change) throws SQLException {
        for (Map.Entry<ConfigKey, Optional<ConfigResource>> entry :
                change.resources().entrySet()) {
            if (entry.getValue().isPresent()) {
                put(entry.getKey(), entry.getValue().get());
            } else {
                remove(entry.getKey());
            }
        }
        Instant now = Times.now();
        long revision = before.revision();
        if (changed) {
            revision++;
            close(new ConfigHead(
                    before.tenant(), revision, ConfigDigest.of(hashes), hashes.size(), now, before.epoch()));
        }
        for (ServerId server : change.looks()) {
            SyncRequest request = new SyncRequest(before.tenant(), server, revision, now);
            outbox.add(Topics.sync(before.region()), before.tenant() + "/" + server, WireJson.encode(request));
        }
        outbox.flush();
        return revision;
    }

    private void put(ConfigKey key, ConfigResource resource) throws SQLException {
        byte[] value = ConfigCodec.encode(resource);
        String hash = ConfigDigest.ofValue(value);
        if (hash.equals(hashes.put(key.withinTenant(), hash))) {
            return;
        }
        PublishedStore.put(connection, key, value, hash);
        outbox.add(Topics.config(before.region()), key.toString(), value);
        changed = true;
    }

    private void remove(ConfigKey key) throws SQLException {
        if (hashes.remove(key.withinTenant()) == null) {
            return;
        }
        PublishedStore.remove(connection, key);
        outbox.add(Topics.config(before.region()), key.toString(), null);
        changed = true;
    }

    private void close(ConfigHead head) throws SQLException {
        PublishedStore.advance(connection, head);
        ConfigHead signed = signer.sign(head, before.region());
        outbox.add(
                Topics.config(before.region()), ConfigKey.head(head.tenant()).toString(), ConfigCodec.encode(signed));
    }
}
