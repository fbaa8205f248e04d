package dev.tollgate.control.publish;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends to a region once more what it should have of a tenant; nothing changes by it. */
final class Repetition {
    private final Connection connection;
    private final Head head;
    private final String topic;
    private final OutboxWriter outbox;

    private Repetition(Connection connection, Head head, Region region) {
        this.connection = connection;
        this.head = head;
        this.topic = Topics.config(region);
        this.outbox = new OutboxWriter(connection, head.tenant());
    }

    /**
     * @param onTopic {@code kind/id} of what is there; what should not be is taken back
     */
    static void write(Connection connection, HeadSigner signer, Head head, Region region, Set<String> onTopic)
            throws SQLException {
        Repetition repetition = new Repetition(connection, head, region);
        Optional<Home> home = head.homes().stream()
                .filter(each -> each.region().equals(region))
                .findFirst();
        Optional<ConfigHead> last = home.isPresent()
                ? Optional.of(repetition.all(home.get(), onTopic))
                : repetition.nothing(region, onTopic);
        last.ifPresent(it -> repetition.outbox.add(
                repetition.topic, ConfigKey.head(it.tenant()).toString(), ConfigCodec.encode(signer.sign(it, region))));
        repetition.outbox.flush();
    }

    private ConfigHead all(Home home, Set<String> onTopic) throws SQLException {
        outbox.addAllPublished(topic);
        outbox.addAllConnections(topic);
        Map<String, String> hashes = PublishedStore.hashes(connection, head.tenant());
        Map<String, String> connections = ConnectionRows.hashes(connection, head.tenant());
        onTopic.stream()
                .filter(key -> !hashes.containsKey(key) && !connections.containsKey(key))
                .forEach(this::takeBack);
        var tenant = PublishedStore.resource(connection, head.tenant(), ConfigKind.TENANT);
        tenant.ifPresent(resource -> TenantRecord.send(outbox, home, resource));
        ConfigHead current = PublishedStore.head(connection, head.tenant());
        return new ConfigHead(
                current.tenant(),
                current.revision(),
                TenantRecord.digest(hashes, home, tenant),
                current.resources(),
                current.committedAt(),
                current.epoch());
    }

    private Optional<ConfigHead> nothing(Region region, Set<String> onTopic) throws SQLException {
        onTopic.forEach(this::takeBack);
        return RegionStore.leftHead(connection, head.tenant(), region);
    }

    private void takeBack(String key) {
        outbox.add(topic, head.tenant() + "/" + key, null);
    }
}
