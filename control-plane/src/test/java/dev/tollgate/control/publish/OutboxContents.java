package dev.tollgate.control.publish;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigDigest;
import dev.tollgate.model.wire.ConfigKey;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a tenant's outbox as a gateway reads the topic. */
public final class OutboxContents {
    private final List<ConfigHead> heads = new ArrayList<>();
    private final Map<ConfigKey, ConfigResource> resources = new HashMap<>();
    private final Map<ConfigKey, PersonConnection> connections = new HashMap<>();
    private final List<OutboxRecord> others = new ArrayList<>();
    private final List<Boolean> digestsMatch = new ArrayList<>();

    private final String topic;

    private OutboxContents(String topic) {
        this.topic = topic;
    }

    public static OutboxContents of(AgroalDataSource system, Acting tenant) {
        return of(system, tenant, "local");
    }

    /** As a gateway of one region reads them. */
    public static OutboxContents of(AgroalDataSource system, Acting tenant, String region) {
        TenantId id = TenantId.of(tenant.tenantId());
        OutboxContents contents = new OutboxContents("tollgate.config." + region);
        Map<String, String> hashes = new HashMap<>();
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select topic, key, value from outbox where tenant_id = ? order by id")) {
            query.setObject(1, id.value());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    contents.add(
                            new OutboxRecord(0, id, rows.getString(1), rows.getString(2), rows.getBytes(3)), hashes);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return contents;
    }

    private void add(OutboxRecord next, Map<String, String> hashes) {
        if (!next.topic().equals(topic)) {
            if (!next.topic().startsWith("tollgate.config.")) {
                others.add(next);
            }
            return;
        }
        ConfigKey key = ConfigKey.parse(next.key());
        byte[] value = next.value();
        if (key.kind() == ConfigKind.HEAD && value != null) {
            ConfigHead head = ConfigCodec.decodeHead(key, value);
            heads.add(head);
            digestsMatch.add(head.digest().equals(ConfigDigest.of(hashes)));
        } else if (key.kind() == ConfigKind.CONNECTION) {
            if (value == null) {
                connections.remove(key);
            } else {
                connections.put(key, ConfigCodec.decodeConnection(key, value));
            }
        } else if (value == null) {
            resources.remove(key);
            hashes.remove(key.withinTenant());
        } else {
            resources.put(key, ConfigCodec.decode(key, value));
            hashes.put(key.withinTenant(), ConfigDigest.ofValue(value));
        }
    }

    public List<Long> revisions() {
        return heads.stream().map(ConfigHead::revision).toList();
    }

    public List<ConfigHead> heads() {
        return heads;
    }

    public List<Long> epochs() {
        return heads.stream().map(ConfigHead::epochOrZero).toList();
    }

    /** Whether each head closes exactly what stands before it. */
    public List<Boolean> digestsMatch() {
        return digestsMatch;
    }

    public <T extends ConfigResource> List<T> live(Class<T> type) {
        return resources.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** People's connections, which no head closes. */
    public List<PersonConnection> connections() {
        return List.copyOf(connections.values());
    }

    public List<String> otherTopics() {
        return others.stream().map(OutboxRecord::topic).toList();
    }
}
