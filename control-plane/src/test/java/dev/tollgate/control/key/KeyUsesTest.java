package dev.tollgate.control.key;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.TenantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class KeyUsesTest {
    private static final Instant AT = Instant.parse("2026-11-01T12:00:00.123456Z");

    @Inject
    KeyUses uses;

    private Acting owner;
    private KeyId key;

    @BeforeEach
    void a_key_that_was_never_used() {
        owner = Acting.ownerOfNewTenant("use");
        key = key(owner);
        owner.get(path()).body("lastUsed", nullValue());
    }

    @Test
    void the_last_use_is_shown_and_leaves_the_key_as_it_was() {
        uses.note(List.of(use(owner, key, AT, "claude-code")));

        owner.get(path())
                .header("ETag", "\"0\"")
                .body("lastUsed.at", equalTo(AT.toString()))
                .body("lastUsed.gateway", equalTo("gateway-1"))
                .body("lastUsed.agent", equalTo("claude-code"));
        owner.get("/keys").body("items.lastUsed.at", hasItem(AT.toString()));
    }

    @Test
    void time_does_not_run_backwards() {
        uses.note(List.of(use(owner, key, AT, "one")));
        uses.note(List.of(use(owner, key, AT.minusSeconds(1), "earlier")));
        owner.get(path()).body("lastUsed.agent", equalTo("one"));

        uses.note(List.of(use(owner, key, AT.plusSeconds(1), null)));

        owner.get(path())
                .body("lastUsed.at", equalTo(AT.plusSeconds(1).toString()))
                .body("lastUsed.agent", nullValue());
    }

    @Test
    void only_the_tenants_own_keys_count_and_one_that_is_none_spoils_nothing() {
        Acting other = Acting.ownerOfNewTenant("other");
        KeyId theirs = key(other);

        uses.note(List.of(
                use(other, key, AT, "forged"),
                use(owner, new KeyId("000000000000"), AT, "unknown"),
                use(other, theirs, AT, "right")));

        owner.get(path()).body("lastUsed", nullValue());
        other.get("/keys/" + theirs).body("lastUsed.agent", equalTo("right"));
    }

    @Test
    void whatever_an_agent_calls_itself_can_be_kept() {
        uses.note(List.of(use(owner, key, AT, "a\u0000b\ud800c\n" + "x".repeat(500))));

        owner.get(path()).body("lastUsed.agent", equalTo("abc" + "x".repeat(197)));
    }

    private KeyId key(Acting who) {
        return new KeyId(who.post("/keys", Map.of("name", "agent", "environmentId", who.environment("production")))
                .statusCode(201)
                .extract()
                .path("key.id"));
    }

    private String path() {
        return "/keys/" + key;
    }

    private static KeyUse use(Acting who, KeyId key, Instant at, @Nullable String agent) {
        return new KeyUse(TenantId.of(who.tenantId()), key, at, new GatewayId("gateway-1"), agent);
    }
}
