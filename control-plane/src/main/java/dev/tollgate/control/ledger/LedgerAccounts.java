package dev.tollgate.control.ledger;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.ledger.AccountRow;
import dev.tollgate.model.quota.ledger.Figures;
import dev.tollgate.model.quota.ledger.Ledger;
import dev.tollgate.model.quota.ledger.LedgerRows;
import dev.tollgate.model.wire.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The accounts of the tenant that is asking: opened, closed and looked at by who sets limits. */
@ApplicationScoped
public class LedgerAccounts {
    private static final String OPEN = "insert into quota_account (tenant_id, limit_id, unit, terms)"
            + " values (:tenant, :limit, :unit, :terms)"
            + " on conflict (limit_id) do update set unit = excluded.unit, terms = excluded.terms";

    private final EntityManager entities;

    LedgerAccounts(EntityManager entities) {
        this.entities = entities;
    }

    /** A hard limit is new or has other terms. What was spent of it stays spent. */
    @Transactional
    public void limit(QuotaLimit limit) {
        entities.createNativeQuery(OPEN)
                .setParameter("tenant", limit.tenant().value())
                .setParameter("limit", limit.id().value())
                .setParameter("unit", limit.unit().toString())
                .setParameter("terms", new String(WireJson.encode(limit), StandardCharsets.UTF_8))
                .executeUpdate();
    }

    /** A limit is no more, and what was known of it with it. */
    @Transactional
    public void remove(TenantId tenant, LimitId id) {
        entities.createNativeQuery("delete from quota_account where tenant_id = :tenant and limit_id = :limit")
                .setParameter("tenant", tenant.value())
                .setParameter("limit", id.value())
                .executeUpdate();
    }

    /** The same of several; of those that are no more already nothing happens. */
    @Transactional
    public void remove(TenantId tenant, Collection<LimitId> ids) {
        if (!ids.isEmpty()) {
            entities.createNativeQuery("delete from quota_account where tenant_id = :tenant and limit_id in (:limits)")
                    .setParameter("tenant", tenant.value())
                    .setParameter("limits", ids.stream().map(LimitId::value).toList())
                    .executeUpdate();
        }
    }

    /** Where a limit stands, by what leases and reports say until now; empty if it is not the tenant's. */
    @Transactional
    public Optional<Figures> figures(LimitId limit, Instant now) {
        List<?> rows = entities.createNativeQuery(
                        "select terms, books from quota_account where limit_id = :limit", Tuple.class)
                .setParameter("limit", limit.value())
                .getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst().flatMap(row -> figures(row, limit, now));
    }

    private static Optional<Figures> figures(Tuple row, LimitId limit, Instant now) {
        AccountRow account = Books.row(row.get(0, String.class), row.get(1, String.class));
        return new Ledger(LeaseTerms.STANDARD, new LedgerRows(List.of(account), List.of())).figures(limit, now);
    }
}
