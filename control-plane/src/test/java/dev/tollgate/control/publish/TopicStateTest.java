package dev.tollgate.control.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigDigest;
import dev.tollgate.model.wire.ConfigKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TopicStateTest {
    private static final TenantId TENANT = new TenantId(new UUID(1, 2));
    private static final EnvironmentConfig ENVIRONMENT =
            new EnvironmentConfig(TENANT, new EnvironmentId(new UUID(3, 4)), new Slug("production"));
    private static final String NOTHING = ConfigDigest.of(Map.of());
    private static final ConfigKey KEY = ConfigKey.of(ENVIRONMENT);

    private final TopicState state = new TopicState(_ -> true);

    @Test
    void an_empty_topic_stands_nowhere() {
        assertThat(state.standing(TENANT)).isEqualTo(new Standing(0, -1, NOTHING, NOTHING));
    }

    @Test
    void the_last_values_and_the_head_say_where_a_tenant_stands() {
        byte[] value = ConfigCodec.encode(ENVIRONMENT);
        String digest = ConfigDigest.of(Map.of(KEY.withinTenant(), ConfigDigest.ofValue(value)));
        state.add(KEY.toString(), "stale".getBytes(StandardCharsets.UTF_8));
        state.add(KEY.toString(), value);
        state.add(
                ConfigKey.head(TENANT).toString(),
                ConfigCodec.encode(new ConfigHead(TENANT, 7, "not looked at", 1, Instant.EPOCH)));

        assertThat(state.standing(TENANT)).isEqualTo(new Standing(0, 7, digest, NOTHING));
    }

    @Test
    void a_head_that_is_not_ours_is_as_good_as_none() {
        TopicState strict = new TopicState(head -> head.keyId() != null);
        strict.add(
                ConfigKey.head(TENANT).toString(),
                ConfigCodec.encode(new ConfigHead(TENANT, 7, "not looked at", 1, Instant.EPOCH)));

        assertThat(strict.standing(TENANT).revision()).isEqualTo(-1);
    }

    @Test
    void a_tombstone_takes_back() {
        state.add(KEY.toString(), ConfigCodec.encode(ENVIRONMENT));

        state.add(KEY.toString(), null);

        assertThat(state.keys(TENANT)).isEmpty();
    }

    @Test
    void a_connection_stands_beside_the_resources() {
        PersonConnection connection = new PersonConnection(
                TENANT, new ServerId(new UUID(5, 6)), new UUID(7, 8), 9, Map.of("local", "key.text"));
        ConfigKey key = ConfigKey.of(connection);
        byte[] value = ConfigCodec.encode(connection);

        state.add(key.toString(), value);

        assertThat(state.standing(TENANT).digest()).isEqualTo(NOTHING);
        assertThat(state.standing(TENANT).connections())
                .isEqualTo(ConfigDigest.of(Map.of(key.withinTenant(), ConfigDigest.ofValue(value))));
        assertThat(state.keys(TENANT)).containsExactly(key.withinTenant());
    }

    @Test
    void foreign_records_are_passed_over() {
        for (String key : List.of("nonsense", "a/b/c", TENANT + "/colour/red", TENANT + "/head/" + TENANT)) {
            state.add(key, new byte[] {1, 2, 3});
        }

        assertThat(state.keys(TENANT)).isEmpty();
    }
}
