package dev.tollgate.bench.world;

import dev.tollgate.gateway.config.SignIns;
import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.ToolCatalog;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.quota.QuotaLimit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A made tenant's resources as a gateway holds them. */
public record MadeSnapshot(MadeTenant tenant) {
    public TenantSnapshot with(Collection<QuotaLimit> limits) {
        ToolCatalog catalog = new ToolCatalog(
                byId(ServerConfig.class, ServerConfig::id), all(ToolConfig.class), all(PriceConfig.class));
        return new TenantSnapshot(
                new ConfigHead(tenant.id(), 1, "made", tenant.resources().size(), Instant.EPOCH),
                first(TenantConfig.class),
                byId(EnvironmentConfig.class, EnvironmentConfig::id),
                byId(VirtualKeyConfig.class, VirtualKeyConfig::id),
                byId(ToolGroupConfig.class, ToolGroupConfig::id),
                byId(SubjectConfig.class, SubjectConfig::ref),
                new SignIns(null, Map.of()),
                catalog,
                limits.stream().collect(Collectors.toMap(QuotaLimit::id, limit -> LimitConfig.of(limit, "made"))),
                Map.of(),
                Map.of());
    }

    public <T extends ConfigResource> T first(Class<T> type) {
        return all(type).getFirst();
    }

    private <T extends ConfigResource> List<T> all(Class<T> type) {
        return tenant.resources().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private <T extends ConfigResource, I> Map<I, T> byId(Class<T> type, Function<T, I> id) {
        return all(type).stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
