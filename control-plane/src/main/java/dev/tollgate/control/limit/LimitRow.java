package dev.tollgate.control.limit;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.wire.WireJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A limit's row. */
@Entity
@Table(name = "quota_limit")
class LimitRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "subject", nullable = false, updatable = false)
    String subject;

    @Column(name = "unit", nullable = false, updatable = false)
    String unit;

    @Column(name = "time_window", nullable = false, updatable = false)
    String window;

    @Column(name = "amount", nullable = false)
    long amount;

    @Column(name = "per_call_max")
    @Nullable
    Long perCallMax;

    @Column(name = "overrides")
    @Nullable
    String overrides;

    @Column(name = "enforcement", nullable = false)
    String enforcement;

    @Column(name = "alert_at", nullable = false)
    List<Integer> alertAt;

    static LimitRow of(QuotaSubject subject, QuotaUnit unit, QuotaWindow window) {
        LimitRow row = new LimitRow();
        row.subject = subject.toString();
        row.unit = unit.toString();
        row.window = new String(WireJson.encode(window), StandardCharsets.UTF_8);
        return row;
    }

    LimitId limitId() {
        return new LimitId(id);
    }

    QuotaSubject subject() {
        return QuotaSubject.parse(subject);
    }

    Enforcement enforcement() {
        return Enforcement.of(enforcement);
    }

    boolean isHard() {
        return enforcement() == Enforcement.HARD;
    }

    /**
     * @param tenant whose it is; a row that is being made does not know it yet
     */
    QuotaLimit toModel(TenantId tenant) {
        return new QuotaLimit(
                tenant,
                limitId(),
                subject(),
                QuotaUnit.of(unit),
                window(),
                amount,
                perCallMax,
                Overrides.read(overrides).toModel());
    }

    QuotaWindow window() {
        return WireJson.decode(window.getBytes(StandardCharsets.UTF_8), QuotaWindow.class);
    }

    Limit toApi(@Nullable String subjectName) {
        QuotaUnit counted = QuotaUnit.of(unit);
        return new Limit(
                id,
                name,
                subject(),
                subjectName,
                LimitAmounts.unit(counted),
                LimitWindow.of(window()),
                LimitAmounts.text(counted, amount),
                perCallMax,
                Overrides.read(overrides).toApi(counted, Times.now()),
                enforcement(),
                alertAt,
                createdAt(),
                version());
    }
}
