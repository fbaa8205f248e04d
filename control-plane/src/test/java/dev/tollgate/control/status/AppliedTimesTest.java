package dev.tollgate.control.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.TenantApplied;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppliedTimesTest {
    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final GatewayId GATEWAY = new GatewayId("gateway-1");

    private final AppliedTimes times = new AppliedTimes();

    @Test
    void the_first_word_on_a_revision_stands() {
        times.heard(applied(7, AT));
        times.heard(applied(8, AT.plusSeconds(1)));
        times.heard(applied(7, AT.plusSeconds(2)));

        assertThat(time(7)).contains(AT);
        assertThat(times.of(TENANT, GATEWAY, 1, 7)).as("of another epoch").isEmpty();
    }

    @Test
    void the_oldest_make_room() {
        for (int revision = 0; revision <= AppliedTimes.KEPT_MAX; revision++) {
            times.heard(applied(revision, AT));
        }

        assertThat(time(0)).isEmpty();
        assertThat(time(1)).isPresent();
        assertThat(time(AppliedTimes.KEPT_MAX)).isPresent();
    }

    private Optional<Instant> time(long revision) {
        return times.of(TENANT, GATEWAY, 0, revision);
    }

    private static TenantApplied applied(long revision, Instant at) {
        return new TenantApplied(TENANT, GATEWAY, new UUID(3, 3), revision, at, null, null, null);
    }
}
