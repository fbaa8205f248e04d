package dev.tollgate.control.publish;

import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigDigest;
import dev.tollgate.model.wire.ConfigKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The one record that regions have different values of. */
final class TenantRecord {
    private TenantRecord() {}

    static void send(OutboxWriter outbox, Home home, ConfigResource tenant) {
        outbox.add(home.topic(), ConfigKey.of(tenant).toString(), ConfigCodec.encode(home.own(tenant)));
    }

    /**
     * The digest of what a region has.
     *
     * @param hashes of the values that are kept
     * @param tenant as it is kept
     */
    static String digest(Map<String, String> hashes, Home home, Optional<ConfigResource> tenant) {
        Map<String, String> own = new HashMap<>(hashes);
        tenant.ifPresent(resource -> own.put(
                ConfigKey.of(resource).withinTenant(), ConfigDigest.ofValue(ConfigCodec.encode(home.own(resource)))));
        return ConfigDigest.of(own);
    }
}
