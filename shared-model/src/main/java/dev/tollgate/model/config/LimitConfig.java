package dev.tollgate.model.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.AmountOverride;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hard limit that gateways keep. A limit that only warns is not published.
 *
 * @param name as people call it, for those who are refused by it; absent from what an earlier release published
 */
public record LimitConfig(
        TenantId tenant,
        LimitId id,
        QuotaSubject subject,
        QuotaUnit unit,
        QuotaWindow window,
        long amount,
        @Nullable Long perCallMax,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<AmountOverride> overrides,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name)
        implements ConfigResource {
    public LimitConfig {
        overrides = new QuotaLimit(tenant, id, subject, unit, window, amount, perCallMax, overrides).overrides();
    }

    public static LimitConfig of(QuotaLimit limit, String name) {
        return new LimitConfig(
                limit.tenant(),
                limit.id(),
                limit.subject(),
                limit.unit(),
                limit.window(),
                limit.amount(),
                limit.perCallMax(),
                limit.overrides(),
                name);
    }

    @JsonIgnore
    public QuotaLimit limit() {
        return new QuotaLimit(tenant, id, subject, unit, window, amount, perCallMax, overrides);
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
