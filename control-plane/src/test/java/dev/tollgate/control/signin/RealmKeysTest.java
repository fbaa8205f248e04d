package dev.tollgate.control.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.IssuerKey;
import dev.tollgate.model.config.SignInConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class RealmKeysTest {
    private static final Issuer FIRST = issuer("key-1");
    private static final Issuer SECOND = issuer("key-1", "key-2");

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    RealmKeys keys;

    @Inject
    PublishedSignIns published;

    @Inject
    FakeRealmIssuer realm;

    @Test
    void everyTenantHasTheRealmsKeysAndOtherOnesWhenTheyChange() {
        Acting owner = Acting.ownerOfNewTenant("signs-in");
        assertThat(published.allWithout()).extracting(Object::toString).contains(owner.tenantId());

        assertThat(keys.follow(FIRST)).isPositive();
        assertThat(signIn(owner).keys()).isEqualTo(FIRST.keys());
        assertThat(signIn(owner).organization()).isEqualTo(Acting.organizationOf(owner.slug()));
        assertThat(keys.follow(FIRST)).as("nothing has changed").isZero();
        assertThat(published.allWithout()).extracting(Object::toString).doesNotContain(owner.tenantId());

        assertThat(keys.follow(SECOND)).isPositive();
        assertThat(signIn(owner).keys()).extracting(IssuerKey::id).containsExactly("key-1", "key-2");
        assertThat(OutboxContents.of(system, owner).digestsMatch()).last().isEqualTo(true);
    }

    @Test
    void aNewTenantHasThemFromItsFirstRevisionOn() {
        realm.setThere(FIRST);
        try {
            Acting owner = Acting.ownerOfNewTenant("signs-in-at-once");

            assertThat(signIn(owner).keys()).isEqualTo(FIRST.keys());
            assertThat(published.allWithout()).extracting(Object::toString).doesNotContain(owner.tenantId());
            assertThat(OutboxContents.of(system, owner).digestsMatch()).first().isEqualTo(true);
        } finally {
            realm.setThere(null);
        }
    }

    @Test
    void whereATenantsPeopleComeToIsPublishedWithTheirSignInAndKeptWhenKeysChange() {
        Acting owner = Acting.ownerOfNewTenant("signs-in-to");
        String oldest = owner.environment("oldest");
        String named = owner.environment("named");
        owner.put("/settings", Map.of("approval", "NEVER", "signInEnvironment", named))
                .statusCode(200)
                .body("signInEnvironment", equalTo(named));
        keys.follow(FIRST);
        assertThat(signIn(owner).environment()).hasToString(named);

        owner.put("/settings", Map.of("approval", "NEVER", "signInEnvironment", oldest))
                .statusCode(200);
        assertThat(signIn(owner).environment()).hasToString(oldest);
        keys.follow(SECOND);
        assertThat(signIn(owner).environment()).hasToString(oldest);

        owner.delete("/environments/" + oldest).statusCode(409);
        owner.put("/settings", Map.of("approval", "NEVER")).statusCode(200);
        assertThat(signIn(owner).environment()).isNull();
        owner.delete("/environments/" + oldest).statusCode(204);
        owner.put("/settings", Map.of("approval", "NEVER", "signInEnvironment", oldest))
                .statusCode(422)
                .body("errors.field", contains("signInEnvironment"));
        String neighbours = Acting.ownerOfNewTenant("signs-in-beside").environment("theirs");
        owner.put("/settings", Map.of("approval", "NEVER", "signInEnvironment", neighbours))
                .statusCode(422);
    }

    private SignInConfig signIn(Acting owner) {
        List<SignInConfig> all = OutboxContents.of(system, owner).live(SignInConfig.class);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Issuer issuer(String... ids) {
        List<IssuerKey> keys = List.of(ids).stream()
                .map(id -> new IssuerKey(id, "RS256", "MIIB"))
                .toList();
        return new Issuer("https://id.example/realms/tollgate", keys);
    }
}
