package dev.tollgate.control.limit;

import dev.tollgate.control.alert.Alerts;
import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.settings.SettingsService;
import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitUsage;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells people when so much of a limit is used as they wanted to be told of. */
@ApplicationScoped
class LimitAlerts {
    private final LimitStore store;
    private final LimitSubjects subjects;
    private final LimitUsages usages;
    private final Alerts alerts;
    private final SettingsService settings;
    private final EntityManager entities;
    private final TenantContext tenant;

    LimitAlerts(
            LimitStore store,
            LimitSubjects subjects,
            LimitUsages usages,
            Alerts alerts,
            SettingsService settings,
            EntityManager entities,
            TenantContext tenant) {
        this.store = store;
        this.subjects = subjects;
        this.usages = usages;
        this.alerts = alerts;
        this.settings = settings;
        this.entities = entities;
        this.tenant = tenant;
    }

    /** The limits of the tenant whose use somebody wants to be told. */
    @Transactional
    List<UUID> watched() {
        return store.watched();
    }

    /** Compares one limit's use with what was told of it. Figures are read before anything is locked. */
    void look(UUID id, Instant now) {
        Optional<LimitUsages.Used> used = usages.find(id, now);
        used.ifPresent(found -> QuarkusTransaction.requiringNew().run(() -> tell(id, found)));
    }

    private void tell(UUID id, LimitUsages.Used used) {
        // The limit's row is locked, so that of two replicas the second finds what the first has told.
        Optional.ofNullable(entities.find(LimitRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(row -> tell(row, used));
    }

    private void tell(LimitRow row, LimitUsages.Used used) {
        int percent = Thresholds.percent(used.amount(), used.of());
        @Nullable ToldRow before = entities.find(ToldRow.class, row.id);
        int told = before == null ? 0 : before.percent;
        int next = Thresholds.told(row.alertAt, percent, told);
        if (next == told) {
            return;
        }
        ToldRow now = before == null ? new ToldRow() : before;
        now.limitId = row.id;
        now.percent = next;
        if (before == null) {
            entities.persist(now);
        }
        if (next > told) {
            alerts.raise(Alert.Kind.LIMIT, null, title(row, percent), text(row, used.usage()));
        }
    }

    private static String title(LimitRow row, int percent) {
        return percent >= 100
                ? "The limit " + row.name + " is used up"
                : percent + " % of the limit " + row.name + " are used";
    }

    private String text(LimitRow row, LimitUsage usage) {
        TenantId of = tenant.id();
        LimitUnit unit = LimitAmounts.unit(row.toModel(of).unit());
        String subject = subjects.name(row.subject()).orElse(row.subject);
        String held = usage.held().equals("0") ? "" : ", and gateways hold " + unit.words(usage.held());
        return "Spent: " + unit.words(usage.spent()) + " of the " + unit.words(usage.amount()) + " of " + subject + held
                + ". " + freeAgain(usage)
                + (row.isHard() ? "What does not fit into the rest is refused." : "The limit only warns: calls go on.");
    }

    /** At a whole minute, and no sooner than it is so. */
    private String freeAgain(LimitUsage usage) {
        Instant at = usage.resetsAt();
        return at == null
                ? ""
                : "Something is free again at "
                        + settings.calendar()
                                .minute(at.plus(Duration.ofMinutes(1)).minusNanos(1)) + ". ";
    }
}
