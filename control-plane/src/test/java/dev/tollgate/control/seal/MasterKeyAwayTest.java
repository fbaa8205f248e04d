package dev.tollgate.control.seal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.tollgate.control.testing.Postgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** Whatever is asked for that needs a secret opened, such as a look at a server that is shown a certificate. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class MasterKeyAwayTest {
    @Path("/testing/needs-a-secret")
    @PermitAll
    public static class NeedsASecret {
        @GET
        @Operation(hidden = true)
        public String get() {
            return QuarkusTransaction.requiringNew().call(() -> {
                throw new MasterKeyAway("Vault at https://vault.internal cannot be reached", null);
            });
        }
    }

    @Test
    void isToldToComeAgainAndWhy() {
        given().get("/api/v1/testing/needs-a-secret")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("detail", containsString("their key is away"))
                .body(not(containsString("Vault")));
    }
}
