package dev.tollgate.control.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.web.NextVersion;
import dev.tollgate.model.config.ModelConfig;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.model.token.TokenEncoding;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ModelTest {
    private static final Instant NEXT_MONTH =
            Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    TenantScope scope;

    @Inject
    Changes changes;

    @Inject
    ModelService service;

    @Inject
    ModelStore store;

    private Acting owner;

    @BeforeEach
    void a_tenant() {
        owner = Acting.ownerOfNewTenant("model");
    }

    private static Map<String, Object> from(Instant time, String input) {
        return Map.of("rates", Rates.of(input, "10"), "effectiveFrom", time.toString());
    }

    private List<ModelConfig> published() {
        return OutboxContents.of(system, owner).live(ModelConfig.class);
    }

    @Test
    void a_model_is_named_once_and_gateways_are_told_its_rates() {
        Map<String, Object> body =
                Map.of("name", "anthropic/claude:1", "encoding", "bytes/4", "rates", Rates.of("3", "15", "0.30"));

        owner.post("/models", body)
                .statusCode(201)
                .body("name", equalTo("anthropic/claude:1"))
                .body("encoding", equalTo("bytes/4"))
                .body("standard", equalTo(false))
                .body("current.version", equalTo(1))
                .body("current.rates.input.amount", equalTo("3"))
                .body("current.rates.input.per", equalTo(1_000_000))
                .body("current.rates.cachedInput.amount", equalTo("0.3"))
                .body("upcoming", hasSize(0));
        owner.post("/models", body).statusCode(409).body("errors[0].field", equalTo("name"));
        owner.get("/models").body("items", hasSize(1));

        ModelConfig config = published().getFirst();
        assertThat(config.name()).isEqualTo("anthropic/claude:1");
        assertThat(config.encoding()).isEqualTo(TokenEncoding.BYTES);
        assertThat(config.versions().getFirst().rates().definitions().times(1_000_000))
                .isEqualTo(Money.ofDollars("0.3"));
        assertThat(OutboxContents.of(system, owner).digestsMatch()).doesNotContain(false);
    }

    @Test
    void roles_write_what_is_theirs_and_another_tenants_model_is_not_there() {
        String id = owner.create("/models", Rates.model("gpt-large"));
        String path = "/models/" + id;

        owner.colleague("finance").post("/models", Rates.model("gpt-small")).statusCode(201);
        owner.colleague("tool-admin").post("/models", Rates.model("x")).statusCode(403);
        owner.colleague("auditor").put(path, Map.of("name", "x")).statusCode(403);
        owner.colleague("viewer").get(path).statusCode(200);
        Acting other = Acting.ownerOfNewTenant("nosy");
        other.get("/models").body("items", hasSize(0));
        other.get(path).statusCode(404);
        other.get(path + "/versions").statusCode(404);
        other.put(path, Map.of("name", "mine", "encoding", "bytes/4")).statusCode(404);
        other.act(path + "/versions", Map.of("rates", Rates.of("0", "0"))).statusCode(404);
        other.act(path + "/versions/withdraw", Map.of("number", 1)).statusCode(404);
        other.delete(path).statusCode(404);
        other.post("/models", Rates.standard("gpt-large")).statusCode(201);
        owner.get(path).body("name", equalTo("gpt-large")).body("version", equalTo(0));
    }

    @Test
    void a_part_of_the_name_finds_a_model() {
        owner.create("/models", Rates.model("gpt-large"));
        owner.create("/models", Rates.model("sonnet"));

        owner.get("/models?q=GPT").body("items.name", equalTo(List.of("gpt-large")));
        owner.get("/models?q=none").body("items", hasSize(0));
    }

    @Test
    void what_no_model_can_be_is_refused_by_its_field() {
        refused(Map.of("name", "with space", "encoding", "bytes/4", "rates", Rates.of("1", "1")), "name", "no spaces");
        refused(Rates.model("x".repeat(129)), "name", "128");
        refused(Map.of("name", "x", "rates", Rates.of("1", "1")), "encoding", "must be given");
        refused(Map.of("name", "x", "encoding", "p50k", "rates", Rates.of("1", "1")), "encoding", "");
        refused(Map.of("name", "x", "encoding", "bytes/4"), "rates", "must be given");
        refused(rates(Rates.of("10000.000001", "1")), "rates.input", "at most 10000 dollars");
        refused(rates(Rates.of("1", "9000000000")), "rates.output", "at most 10000 dollars");
        refused(rates(Rates.of("1", "1", "10001")), "rates.cachedInput", "at most 10000 dollars");
        refused(rates(Rates.of("-1", "1")), "rates.input", "no negative amount");
        Map<String, Object> past = new HashMap<>(Rates.model("x"));
        past.put("effectiveFrom", Instant.now().minusSeconds(120).toString());
        refused(past, "effectiveFrom", "lies in the past");
        owner.post("/models", rates(Rates.of("10000", "10000"))).statusCode(201);
    }

    private static Map<String, Object> rates(Map<String, Object> rates) {
        return Map.of("name", "x", "encoding", "cl100k_base", "rates", rates);
    }

    private void refused(Map<String, Object> model, String field, String message) {
        owner.post("/models", model)
                .statusCode(422)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void one_model_is_the_standard_one_and_gateways_hear_of_both_at_once() {
        String first = owner.create("/models", Rates.standard("gpt-large"));
        String second = owner.create("/models", Rates.standard("gpt-small"));
        owner.get("/models").body("items.standard", equalTo(List.of(false, true)));
        owner.get("/models/" + first).body("version", equalTo(1));
        int revisions = OutboxContents.of(system, owner).revisions().size();

        owner.put("/models/" + first, Map.of("name", "gpt-larger", "encoding", "cl100k_base", "standard", true))
                .statusCode(200)
                .body("name", equalTo("gpt-larger"))
                .body("standard", equalTo(true))
                .body("current.version", equalTo(1));

        owner.get("/models/" + second).body("standard", equalTo(false));
        assertThat(OutboxContents.of(system, owner).revisions()).hasSize(revisions + 1);
        assertThat(published().stream().filter(ModelConfig::standard))
                .singleElement()
                .satisfies(model -> assertThat(model.name()).isEqualTo("gpt-larger"));
        owner.put("/models/" + first, Map.of("name", "gpt-larger", "encoding", "cl100k_base"))
                .body("standard", equalTo(false));
        assertThat(published()).noneMatch(ModelConfig::standard);
        owner.put("/models/" + first, Map.of("name", "gpt-small", "encoding", "cl100k_base"))
                .statusCode(409)
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void other_rates_hold_from_a_time_on_and_what_is_to_come_can_be_taken_back() {
        String path = "/models/" + owner.create("/models", Rates.model("gpt-large"));

        owner.act(path + "/versions", Map.of("rates", Rates.of("2", "8")))
                .statusCode(200)
                .body("current.version", equalTo(2))
                .body("version", equalTo(1));
        owner.act(path + "/versions", from(NEXT_MONTH, "1"))
                .body("current.version", equalTo(2))
                .body("upcoming[0].version", equalTo(3))
                .body("upcoming[0].effectiveFrom", equalTo(NEXT_MONTH.toString()));
        assertThat(published().getFirst().versions())
                .extracting(ModelVersion::version)
                .containsExactly(2L, 3L);
        owner.get(path + "/versions").body("items.version", equalTo(List.of(1, 2, 3)));
        owner.act(path + "/versions", from(NEXT_MONTH, "4"))
                .statusCode(422)
                .body("errors[0].message", startsWith("lies behind " + NEXT_MONTH));
        owner.act(path + "/versions", from(Instant.now().minusSeconds(120), "4"))
                .statusCode(422)
                .body("errors[0].message", startsWith("lies in the past"));
        owner.request()
                .header("If-Match", "\"0\"")
                .body(from(NEXT_MONTH.plusSeconds(1), "4"))
                .post(path + "/versions")
                .then()
                .statusCode(412);

        withdrawn(path, 3).statusCode(200).body("upcoming", hasSize(0)).body("version", equalTo(3));
        withdrawn(path, 3).statusCode(404);
        withdrawn(path, 2)
                .statusCode(409)
                .body("type", endsWith("/wrong-state"))
                .body("detail", startsWith("Version 2 holds since "));
        assertThat(published().getFirst().versions())
                .extracting(ModelVersion::version)
                .containsExactly(2L);
    }

    private ValidatableResponse withdrawn(String path, long number) {
        return owner.act(path + "/versions/withdraw", Map.of("number", number));
    }

    @Test
    void rates_may_begin_to_hold_later_and_those_to_come_are_bounded() {
        Map<String, Object> later = new HashMap<>(Rates.model("gpt-large"));
        later.put("effectiveFrom", NEXT_MONTH.toString());
        String path = "/models/" + owner.create("/models", later);

        owner.get(path).body("current", nullValue()).body("upcoming", hasSize(1));
        for (int i = 1; i < NextVersion.UPCOMING_MAX; i++) {
            owner.act(path + "/versions", from(NEXT_MONTH.plusSeconds(i), "2")).statusCode(200);
        }
        owner.act(path + "/versions", from(NEXT_MONTH.plusSeconds(100), "2"))
                .statusCode(422)
                .body("errors[0].message", containsString("12 versions"));
    }

    @Test
    void a_tenant_has_so_many_models_and_what_is_published_can_be_published_anew() {
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> changes.make(change -> {
                    for (int i = 0; i < ModelRules.MODELS_MAX; i++) {
                        ModelRow row = new ModelRow();
                        row.name = "m" + i;
                        row.encoding = "bytes/4";
                        store.add(row);
                    }
                    return change;
                }));
        assertThat(published()).isEmpty();

        owner.post("/models", Rates.model("one-more"))
                .statusCode(409)
                .body("detail", startsWith("There are 200 models already"));
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> changes.make(change -> {
                    service.publishAll(change);
                    return change;
                }));

        assertThat(published()).hasSize(ModelRules.MODELS_MAX);
    }

    @Test
    void a_deleted_model_is_gone_from_gateways() {
        String id = owner.create("/models", Rates.standard("gpt-large"));

        owner.delete("/models/" + id).statusCode(204);

        owner.get("/models/" + id).statusCode(404);
        assertThat(published()).isEmpty();
        owner.post("/models", Rates.standard("gpt-large")).statusCode(201);
    }
}
