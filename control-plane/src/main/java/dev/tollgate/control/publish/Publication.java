package dev.tollgate.control.publish;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.id.Region;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a change as published state and outbox records: its resources first, the head that closes them after; to each
 * region that has the tenant.
 */
final class Publication {
    private final Connection connection;
    private final HeadSigner signer;
    private final Head before;
    private final List<Home> homes;
    private final List<Home> staying;
    private final Map<String, String> hashes;
    private final OutboxWriter outbox;
    private boolean changed;

    private Publication(Connection connection, HeadSigner signer, Head before, List<Home> homes) throws SQLException {
        this.connection = connection;
        this.signer = signer;
        this.before = before;
        this.homes = homes;
        this.staying = homes.stream().filter(home -> before.isIn(home.region())).toList();
        this.hashes = PublishedStore.hashes(connection, before.tenant());
        this.outbox = new OutboxWriter(connection, before.tenant());
    }

    /** The revision after the change; that of before if nothing published has changed. */
    static long write(Connection connection, HeadSigner signer, Head before, Change change) throws SQLException {
        List<Home> homes = PublishedStore.lock(connection, before.tenant()).homes();
        ConnectionPublication.write(connection, before, homes, change);
        if (change.resources().isEmpty() && change.looks().isEmpty() && homes.equals(before.homes())) {
            return before.revision();
        }
        return new Publication(connection, signer, before, homes).write(change);
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
        boolean moved = !homes.equals(before.homes());
        Instant now = Times.now();
        long revision = before.revision();
        if (changed || moved) {
            revision++;
            close(revision, now, moved);
        }
        for (ServerId server : change.looks()) {
            SyncRequest request = new SyncRequest(before.tenant(), server, revision, now);
            Region region = homes.getFirst().region();
            outbox.add(Topics.sync(region), before.tenant() + "/" + server, WireJson.encode(request));
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
        for (Home home : staying) {
            outbox.add(home.topic(), key.toString(), ConfigCodec.encode(home.own(resource)));
        }
        changed = true;
    }

    private void remove(ConfigKey key) throws SQLException {
        if (hashes.remove(key.withinTenant()) == null) {
            return;
        }
        PublishedStore.remove(connection, key);
        staying.forEach(home -> outbox.add(home.topic(), key.toString(), null));
        changed = true;
    }

    private void close(long revision, Instant now, boolean moved) throws SQLException {
        Optional<ConfigResource> tenant = PublishedStore.resource(connection, before.tenant(), ConfigKind.TENANT);
        for (Home home : homes) {
            if (!before.isIn(home.region())) {
                outbox.addAllPublished(home.topic());
                outbox.addAllConnections(home.topic());
            }
            String digest = TenantRecord.digest(hashes, home, tenant);
            if (moved && tenant.isPresent()) {
                TenantRecord.send(outbox, home, tenant.get());
            }
            ConfigHead head = new ConfigHead(before.tenant(), revision, digest, hashes.size(), now, before.epoch());
            if (home.equals(homes.getFirst())) {
                PublishedStore.advance(connection, head);
            } else {
                RegionStore.advance(connection, head);
            }
            send(head, home.region());
        }
        if (moved) {
            RegionStore.stepped(connection, before.tenant(), revision);
            for (Home home : before.homes()) {
                leave(home, RegionStore.gone(before.tenant(), revision, now, before.epoch()));
            }
        }
    }

    private void leave(Home home, ConfigHead gone) throws SQLException {
        if (homes.stream().anyMatch(other -> other.region().equals(home.region()))) {
            return;
        }
        hashes.keySet().forEach(key -> outbox.add(home.topic(), before.tenant() + "/" + key, null));
        ConnectionRows.hashes(connection, before.tenant())
                .keySet()
                .forEach(key -> outbox.add(home.topic(), before.tenant() + "/" + key, null));
        RegionStore.left(connection, gone, home.region());
        send(gone, home.region());
    }

    private void send(ConfigHead head, Region region) {
        outbox.add(
                Topics.config(region),
                ConfigKey.head(head.tenant()).toString(),
                ConfigCodec.encode(signer.sign(head, region)));
    }
}
