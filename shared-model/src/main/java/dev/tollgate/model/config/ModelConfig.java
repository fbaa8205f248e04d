package dev.tollgate.model.config;

import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.model.token.TokenEncoding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A model whose tokens have a price. Tokens are counted for tenants that have at least one.
 *
 * @param name as agents name it
 * @param standard whether it holds for agents that name none; so of one model of a tenant at the most
 * @param versions the one that holds and those to come, with numbers and times that rise together
 */
public record ModelConfig(
        TenantId tenant, ModelId id, String name, TokenEncoding encoding, boolean standard, List<ModelVersion> versions)
        implements ConfigResource {
    public ModelConfig {
        versions = versions.stream()
                .sorted(Comparator.comparingLong(ModelVersion::version))
                .toList();
        for (int i = 1; i < versions.size(); i++) {
            ModelVersion one = versions.get(i - 1);
            ModelVersion next = versions.get(i);
            if (one.version() == next.version() || !one.effectiveFrom().isBefore(next.effectiveFrom())) {
                throw new IllegalArgumentException(
                        "version " + next.version() + " of a model's rates holds from later on than the one before it");
            }
        }
    }

    /** What held for a call that began then; nothing before the first version. */
    public Optional<ModelVersion> at(Instant startedAt) {
        return versions.reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(startedAt))
                .findFirst();
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.MODEL;
    }

    @Override
    public String resourceId() {
        return id.toString();
    }
}
