package dev.tollgate.control.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.credential.Places.Room;
import dev.tollgate.control.credential.TokenStore.Claim;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.id.TenantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of many tenants are due, and the provider of one does not answer. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class HangingProviderTest {
    private static final int SERVERS = Places.MAX;

    @Inject
    TokenStore tokens;

    private final Places places = new Places();
    private TenantId hanging;
    private TenantId neighbour;

    @BeforeEach
    void oneTenantHasMoreThatIsDueAndHasWaitedLonger() {
        tokens.claim(PlacesTest.ROOM);
        hanging = tenantWith(SERVERS);
        neighbour = tenantWith(1);
    }

    private static TenantId tenantWith(int servers) {
        Acting owner = Acting.ownerOfNewTenant("share");
        String environment = owner.environment("production");
        IntStream.range(0, servers).forEach(i -> {
            String server = owner.server("crm-" + i, environment);
            Map<String, Object> client = Map.of(
                    "issuer",
                    "http://127.0.0.1:1908",
                    "clientId",
                    "robot",
                    "method",
                    "CLIENT_SECRET_BASIC",
                    "secret",
                    "s");
            owner.put("/servers/" + server + "/credential", Map.of("clientCredentials", client))
                    .statusCode(200);
        });
        return TenantId.of(owner.tenantId());
    }

    @Test
    void itsTenantGetsItsShareAndTheOthersTheirs() {
        List<Claim> claims = tokens.claim(places.room());

        assertThat(of(hanging, claims)).isEqualTo(Places.OF_TENANT_MAX);
        assertThat(of(neighbour, claims)).isEqualTo(1);
    }

    @Test
    void whatHangsAlreadyCounts() {
        tokens.claim(places.room()).forEach(claim -> places.take(claim.tenant()));
        places.free(neighbour);

        assertThat(of(hanging, tokens.claim(places.room())))
                .as("while all of its share hang")
                .isZero();

        places.free(hanging);
        List<Claim> claims = tokens.claim(places.room());
        assertThat(of(hanging, claims)).as("when one of them is over").isEqualTo(1);
        assertThat(of(neighbour, claims)).isZero();
    }

    @Test
    void thereIsNoMoreThanThereIsRoom() {
        assertThat(tokens.claim(new Room(2, Places.OF_TENANT_MAX, Map.of()))).hasSize(2);
    }

    private static long of(TenantId tenant, List<Claim> claims) {
        return claims.stream().filter(claim -> claim.tenant().equals(tenant)).count();
    }
}
