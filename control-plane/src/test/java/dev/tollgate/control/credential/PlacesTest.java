package dev.tollgate.control.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.credential.Places.Room;
import dev.tollgate.model.id.TenantId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacesTest {
    /** For everything that is due. */
    static final Room ROOM = new Room(1_000, 1_000, Map.of());

    private final TenantId acme = new TenantId(UUID.randomUUID());
    private final TenantId globex = new TenantId(UUID.randomUUID());
    private final Places places = new Places();

    @Test
    void whatIsTakenIsNoRoomAndCountsTowardsTheShareOfWhoHasIt() {
        places.take(acme);
        places.take(acme);
        places.take(globex);

        assertThat(places.room()).isEqualTo(new Room(Places.MAX - 3, Places.OF_TENANT_MAX, Map.of(acme, 2, globex, 1)));
    }

    @Test
    void whatIsFreedIsRoomAgain() {
        places.take(acme);
        places.take(acme);
        places.free(acme);
        places.free(acme);

        assertThat(places.room()).isEqualTo(new Room(Places.MAX, Places.OF_TENANT_MAX, Map.of()));
    }

    @Test
    void theLastOfAShareIsTold() {
        for (int i = 1; i < Places.OF_TENANT_MAX; i++) {
            assertThat(places.take(acme)).isFalse();
        }
        assertThat(places.take(acme)).isTrue();
        assertThat(places.take(globex)).isFalse();
    }

    @Test
    void noTenantsShareIsAll() {
        assertThat(Places.OF_TENANT_MAX).isLessThan(Places.MAX);
    }
}
