package dev.tollgate.control.calls;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.ingest.Events;
import dev.tollgate.control.ingest.StoredCalls;
import dev.tollgate.control.model.Rates;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Analytics;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a call's tokens cost what they did, also when their model has other rates since, or is gone. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@WithTestResource(Analytics.class)
class CallTokensTest {
    @Inject
    ClickHouse clickHouse;

    private Acting owner;

    @BeforeEach
    void a_tenant() {
        StoredCalls.migrate(clickHouse);
        owner = Acting.ownerOfNewTenant("counted");
    }

    private String stored(TokenUse tokens) {
        ToolCallEvent call = Events.counted(plain(), tokens);
        StoredCalls.store(clickHouse, List.of(call));
        return "/calls/" + call.callId() + "/price";
    }

    private ToolCallEvent plain() {
        Instant hour = Instant.now().truncatedTo(HOURS);
        return Events.call(TenantId.of(owner.tenantId()), hour, Events.KEY, "Analyst", "find", 0, CallStatus.OK);
    }

    @Test
    void tokens_are_explained_by_the_rates_that_held() {
        // given
        String model = owner.create(
                "/models",
                Map.of("name", "gpt-large", "encoding", "o200k_base", "rates", Rates.of("2.5", "10", "0.25")));
        String call = stored(new TokenUse(
                4_200,
                38,
                310,
                TokenEncoding.O200K,
                "gpt-large",
                ModelId.of(model),
                1L,
                1_050_000 + 380_000 + 775_000));
        // when
        owner.act("/models/" + model + "/versions", Map.of("rates", Rates.of("100", "100")))
                .statusCode(200);
        // then
        String explanation = "0.002205 = 4,200 tokens of definitions x 0.25 per 1000000"
                + " + 38 tokens of arguments x 10 per 1000000 + 310 tokens of the result x 2.5 per 1000000";
        owner.colleague("finance")
                .get(call)
                .statusCode(200)
                .body("charged", equalTo("0"))
                .body("tokens.charged", equalTo("0.002205"))
                .body("tokens.total", equalTo("0.002205"))
                .body("tokens.model", equalTo("gpt-large"))
                .body("tokens.modelId", equalTo(model))
                .body("tokens.version.version", equalTo(1))
                .body("tokens.explanation", equalTo(explanation))
                .body("tokens.lines.amount", equalTo(List.of("0.00105", "0.00038", "0.000775")));
        // when
        owner.delete("/models/" + model).statusCode(204);
        // then
        owner.get(call).statusCode(200).body("tokens.explanation", equalTo(explanation));
        Acting.ownerOfNewTenant("nosy").get(call).statusCode(404);
    }

    @Test
    void tokens_without_rates_say_what_is_missing() {
        owner.get(stored(new TokenUse(1, 1, 1, TokenEncoding.BYTES, "unheard-of", null, null, 0)))
                .statusCode(200)
                .body("tokens.modelId", nullValue())
                .body("tokens.model", equalTo("unheard-of"))
                .body("tokens.lines", hasSize(0))
                .body("tokens.explanation", startsWith("0 = the model had no rates"));
        owner.get(stored(new TokenUse(1, 1, 1, TokenEncoding.BYTES, null, null, null, 0)))
                .body("tokens.explanation", startsWith("0 = the agent named no model"));
    }

    @Test
    void a_call_without_tokens_has_nothing_to_explain() {
        ToolCallEvent call = plain();
        StoredCalls.store(clickHouse, List.of(call));

        owner.get("/calls/" + call.callId() + "/price").statusCode(200).body("", not(hasKey("tokens")));
    }
}
