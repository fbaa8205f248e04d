package dev.tollgate.control.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.ledger.LedgerAccounts;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.price.TierAccounts;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.ledger.Figures;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices whose tiers go on from call to call, and their accounts in the ledger. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class FreeQuotaTest {
    private static final Map<String, Object> MONTH = Map.of("length", "1M");

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    LedgerAccounts accounts;

    @Inject
    TenantScope scope;

    @Inject
    CatalogueWatch watch;

    private Acting owner;
    private String server;

    @BeforeEach
    void a_server() {
        owner = Acting.ownerOfNewTenant("free");
        server = owner.server("crm", owner.environment("production"));
    }

    private String price(Map<String, Object> terms) {
        return owner.create("/prices", Map.of("serverId", server, "terms", terms));
    }

    private TenantId tenant(Acting whose) {
        return TenantId.of(whose.tenantId());
    }

    /** The terms that gateways are told, of the one price that there is. */
    private static PriceConfig published(AgroalDataSource system, Acting whose) {
        return OutboxContents.of(system, whose).live(PriceConfig.class).stream()
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private List<QuotaLimit> tiers(Acting whose) {
        PriceConfig price = published(system, whose);
        return price.versions().stream()
                .flatMap(each -> TierAccounts.of(tenant(whose), price.id(), each.terms()).stream())
                .toList();
    }

    private Optional<Figures> figures(Acting whose, QuotaLimit tier) {
        return scope.call(tenant(whose), () -> accounts.figures(tier.id(), Instant.now()));
    }

    @Test
    void each_tier_that_ends_has_an_account_in_the_owners_calendar() {
        String id = price(Terms.free(MONTH, 1_000));

        owner.get("/prices/" + id)
                .body("current.terms.components[0].period.length", equalTo("1M"))
                .body("current.terms.components[0].period.zone", equalTo("UTC"));
        QuotaLimit tier = tiers(owner).getFirst();
        assertThat(tier.subject()).hasToString("price:" + id);
        assertThat(figures(owner, tier).orElseThrow().left()).isEqualTo(1_000);
        owner.post(
                        "/limits",
                        Map.of(
                                "name", "x",
                                "subject", "price:" + id,
                                "unit", "calls",
                                "window", Map.of("kind", "rolling", "length", "1d"),
                                "amount", "5",
                                "enforcement", "hard"))
                .statusCode(422)
                .body("errors[0].field", equalTo("subject"))
                .body("errors[0].message", startsWith("is no price"));
    }

    @Test
    void other_borders_count_by_themselves_and_all_accounts_go_with_the_price() {
        String id = price(Terms.free(MONTH, 1_000));
        QuotaLimit before = tiers(owner).getFirst();

        owner.act("/prices/" + id + "/versions", Map.of("terms", Terms.free(MONTH, 2_000)))
                .statusCode(200);

        QuotaLimit after = tiers(owner).getFirst();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(figures(owner, after).orElseThrow().left()).isEqualTo(2_000);
        // Calls that a gateway prices by the version before, which it has not heard of yet, still find their tier.
        assertThat(figures(owner, before)).isPresent();
        owner.delete("/prices/" + id).statusCode(204);
        assertThat(figures(owner, before)).isEmpty();
        assertThat(figures(owner, after)).isEmpty();
    }

    @Test
    void what_the_catalogue_says_counts_for_each_tenant_by_itself() {
        String vendor = "http://127.0.0.1:1909/" + UUID.randomUUID();
        Acting other = Acting.ownerOfNewTenant("other");
        for (Acting each : List.of(owner, other)) {
            Map<String, Object> body = new HashMap<>(
                    Acting.serverBody("vendor", each.environment(each == owner ? "staging" : "production")));
            body.put("transport", Map.of("type", "streamable-http", "url", vendor));
            each.create("/servers", body);
        }

        Acting.operator().create("/catalogue-prices", Map.of("address", vendor, "terms", Terms.free(MONTH, 50)));
        watch.run();

        QuotaLimit own = tiers(owner).getFirst();
        QuotaLimit others = tiers(other).getFirst();
        assertThat(own.id()).isNotEqualTo(others.id());
        assertThat(figures(owner, own).orElseThrow().left()).isEqualTo(50);
        assertThat(figures(other, others).orElseThrow().left()).isEqualTo(50);
        assertThat(figures(other, own)).isEmpty();
    }

    @Test
    void a_quote_says_what_a_call_costs_after_so_many() {
        Map<String, Object> terms = Terms.free(MONTH, 1_000);

        owner.post("/prices/quote", Map.of("terms", terms))
                .body("explanation", equalTo("0 = 1 call x 0 (of the first 1,000 of the month)"))
                .body("most", equalTo("0.01"));
        owner.post("/prices/quote", Map.of("terms", terms, "countedBefore", 1_000))
                .body("explanation", equalTo("0.01 = 1 call x 0.01 (after the first 1,000 of the month)"));
        owner.post("/prices/quote", Map.of("terms", terms, "countedBefore", -1))
                .statusCode(422)
                .body("errors[0].field", equalTo("countedBefore"));
    }

    @Test
    void bytes_go_on_from_call_to_call_if_the_price_says_how_many_count_of_one() {
        Map<String, Object> bytes = Map.of("kind", "bytes", "of", "RESULT");
        owner.post("/prices", Map.of("serverId", server, "terms", Terms.within(MONTH, bytes, 1_000_000)))
                .statusCode(422)
                .body("errors[0].field", equalTo("terms.components[0].measure.quantityMax"))
                .body(
                        "errors[0].message",
                        startsWith("is needed with a period: how many bytes of the result a call has"));

        Map<String, Object> bounded = Map.of("kind", "bytes", "of", "RESULT", "quantityMax", 50_000);
        price(Terms.within(MONTH, bounded, 1_000_000));

        assertThat(figures(owner, tiers(owner).getFirst()).orElseThrow().left()).isEqualTo(1_000_000);
    }

    @Test
    void a_price_says_what_is_left_of_its_tiers_to_whoever_reads_prices_of_its_tenant() {
        String id = price(Terms.free(MONTH, 1_000));

        owner.get("/prices/" + id + "/usage")
                .statusCode(200)
                .body("size()", equalTo(1))
                .body("[0].measure.kind", equalTo("calls"))
                .body("[0].period.length", equalTo("1M"))
                .body("[0].after", equalTo(0))
                .body("[0].upTo", equalTo(1_000))
                .body("[0].used", equalTo(0))
                .body("[0].held", equalTo(0))
                .body("[0].left", equalTo(1_000))
                .body("[0].resetsAt", startsWith("20"));
        Acting.ownerOfNewTenant("other").get("/prices/" + id + "/usage").statusCode(404);
    }
}
