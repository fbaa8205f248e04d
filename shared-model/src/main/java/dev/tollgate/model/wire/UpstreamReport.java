package dev.tollgate.model.wire;

import dev.tollgate.model.health.UpstreamFailure;
import dev.tollgate.model.health.UpstreamState;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's word on an upstream that it calls; record key: tenant/gateway/server. It counts for as long as that boot of
 * the gateway lives; one that is taken back leaves a record without a value. Nothing in it is the upstream's own word.
 *
 * @param lastSuccessAt when it last answered, to within a second or two; absent if it has not since the gateway started
 * @param failuresInARow calls without an answer since it last gave one
 * @param retryAt when it is called again, where it is not called for the moment
 */
public record UpstreamReport(
        TenantId tenant,
        ServerId server,
        GatewayId gateway,
        UUID boot,
        Instant at,
        UpstreamState state,
        @Nullable Instant lastSuccessAt,
        @Nullable UpstreamFailure lastFailure,
        int failuresInARow,
        @Nullable Instant retryAt) {
    public UpstreamReport {
        if (failuresInARow < 0 || failuresInARow > 0 && lastFailure == null) {
            throw new IllegalArgumentException("failures in a row have a last one: " + failuresInARow);
        }
    }

    /** The key of its record. */
    public String key() {
        return new Key(tenant, gateway, server).toString();
    }

    /** Whose word on what. */
    public record Key(TenantId tenant, GatewayId gateway, ServerId server) {
        private static final int PARTS = 3;

        /**
         * @throws IllegalArgumentException if the text is no such key
         */
        public static Key parse(String text) {
            String[] parts = text.split("/", -1);
            if (parts.length != PARTS) {
                throw new IllegalArgumentException("an upstream report's key is tenant/gateway/server");
            }
            return new Key(TenantId.of(parts[0]), new GatewayId(parts[1]), ServerId.of(parts[2]));
        }

        @Override
        public String toString() {
            return tenant + "/" + gateway + "/" + server;
        }
    }
}
