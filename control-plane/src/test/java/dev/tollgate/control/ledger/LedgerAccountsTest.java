package dev.tollgate.control.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.LeaseDenial;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.quota.ledger.Figures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class LedgerAccountsTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Inject
    LedgerAccounts accounts;

    @Inject
    StoredLedger ledger;

    @Inject
    TenantScope scope;

    private final LimitId id = new LimitId(UUID.randomUUID());
    private TenantId acme;

    @BeforeEach
    void tenant() {
        acme = TenantId.of(Acting.ownerOfNewTenant("acme").tenantId());
    }

    private QuotaLimit limit(TenantId tenant, long amount) {
        return new QuotaLimit(
                tenant,
                id,
                new QuotaSubject(QuotaSubject.Kind.TENANT, tenant.toString()),
                QuotaUnit.CALLS,
                QuotaWindow.Calendar.of(WindowLength.DAY, ZoneId.of("UTC")),
                amount);
    }

    private Optional<Figures> figures(TenantId asking) {
        return scope.call(asking, () -> accounts.figures(id, NOON));
    }

    private void spend(long amount, long of) {
        LeaseId lease = new LeaseId(id, UUID.randomUUID(), 1);
        ledger.hear(
                List.of(
                        new Word.Asked(acme, new LeaseRequest(lease, new GatewayId("gateway-1"), of, of, NOON)),
                        new Word.Asked(acme, new LeaseReport(lease, amount, true))),
                NOON);
    }

    @Test
    void a_limit_with_other_terms_keeps_what_was_spent_of_it() {
        scope.run(acme, () -> accounts.limit(limit(acme, 1_000)));
        spend(30, 100);

        scope.run(acme, () -> accounts.limit(limit(acme, 50)));

        assertThat(figures(acme).orElseThrow())
                .extracting(Figures::settled, Figures::held, Figures::left)
                .containsExactly(30L, 0L, 20L);
        spend(30, 30);
        assertThat(figures(acme).orElseThrow().settled()).isEqualTo(30);
    }

    @Test
    void another_tenant_neither_sees_nor_changes_nor_removes_it() {
        TenantId other = TenantId.of(Acting.ownerOfNewTenant("globex").tenantId());
        scope.run(acme, () -> accounts.limit(limit(acme, 1_000)));

        assertThat(figures(other)).isEmpty();
        scope.run(other, () -> accounts.remove(acme, id));
        scope.run(other, () -> accounts.remove(other, id));
        assertThatThrownBy(() -> scope.run(other, () -> accounts.limit(limit(other, 1))))
                .isNotNull();
        assertThatThrownBy(() -> scope.run(other, () -> accounts.limit(limit(acme, 1))))
                .isNotNull();

        assertThat(figures(acme).orElseThrow().left()).isEqualTo(1_000);
    }

    @Test
    void a_removed_limit_is_forgotten() {
        scope.run(acme, () -> accounts.limit(limit(acme, 1_000)));
        spend(30, 100);

        scope.run(acme, () -> accounts.remove(acme, id));
        assertThat(figures(acme)).isEmpty();
        scope.run(acme, () -> accounts.limit(limit(acme, 1_000)));

        assertThat(figures(acme).orElseThrow().settled()).isZero();
    }

    @Test
    void of_a_tier_no_more_is_given_than_it_is_large_and_used_up_it_is_until_the_period_ends() {
        QuotaLimit tier = new QuotaLimit(
                acme,
                id,
                new QuotaSubject(QuotaSubject.Kind.PRICE, UUID.randomUUID().toString()),
                QuotaUnit.CALLS,
                QuotaWindow.Calendar.of(WindowLength.MONTH, ZoneId.of("UTC")),
                3);
        scope.run(acme, () -> accounts.limit(tier));
        spend(1, 2);
        spend(2, 2);

        LeaseId lease = new LeaseId(id, UUID.randomUUID(), 1);
        LeaseRequest request = new LeaseRequest(lease, new GatewayId("gateway-2"), 1, 1, NOON);

        assertThat(ledger.hear(List.of(new Word.Asked(acme, request)), NOON))
                .singleElement()
                .extracting(Addressed::answer)
                .isInstanceOfSatisfying(
                        LeaseDenial.class,
                        denial -> assertThat(denial.retryAt()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z")));
        // What the price says anew changes nothing of what was taken.
        scope.run(acme, () -> accounts.limit(tier));
        assertThat(figures(acme).orElseThrow().left()).isZero();
    }
}
