package dev.tollgate.model.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;

/** A hard limit that gateways keep. A limit that only warns is not published. */
public record LimitConfig(
        TenantId tenant, LimitId id, QuotaSubject subject, QuotaUnit unit, QuotaWindow window, long amount)
        implements ConfigResource {
    public LimitConfig {
        new QuotaLimit(tenant, id, subject, unit, window, amount);
    }

    public static LimitConfig of(QuotaLimit limit) {
        return new LimitConfig(
                limit.tenant(), limit.id(), limit.subject(), limit.unit(), limit.window(), limit.amount());
    }

    @JsonIgnore
    public QuotaLimit limit() {
        return new QuotaLimit(tenant, id, subject, unit, window, amount);
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.LIMIT;
    }

    @Override
    public String resourceId() {
        return id.toString();
    }
}
