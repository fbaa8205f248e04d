package dev.tollgate.gateway.token;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.config.ModelConfig;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tenant's model prices, found by the names that agents say. */
public final class Models {
    /** Where nothing says how a model's tokens are made. */
    private static final TokenEncoding USUAL = TokenEncoding.O200K;

    private final Map<String, ModelConfig> byName = new HashMap<>();
    private final @Nullable ModelConfig standard;

    private Models(TenantSnapshot snapshot) {
        ModelConfig found = null;
        // Two of one name, or two standard ones, should not be; every gateway must then take the same.
        for (ModelConfig model : snapshot.models().values().stream()
                .sorted(Comparator.comparing(ModelConfig::id))
                .toList()) {
            byName.putIfAbsent(model.name(), model);
            found = found == null && model.standard() ? model : found;
        }
        standard = found;
    }

    public static Models of(TenantSnapshot snapshot) {
        return snapshot.derived(Models.class, Models::new);
    }

    /**
     * How the tokens of a call are counted.
     *
     * @param named by the agent; absent if it names none
     */
    public TokenEncoding encoding(@Nullable String named) {
        ModelConfig known = named == null ? standard : byName.getOrDefault(named, standard);
        return known == null ? USUAL : known.encoding();
    }

    /** All by which calls may be counted. */
    public Set<TokenEncoding> encodings() {
        Set<TokenEncoding> all = EnumSet.of(encoding(null));
        byName.values().forEach(model -> all.add(model.encoding()));
        return all;
    }

    /**
     * What a call's tokens cost: nothing if its model is not in the table, or has no rates yet when the call begins.
     *
     * @param named by the agent, untrusted; absent if it names none
     */
    public TokenUse use(@Nullable String named, Instant startedAt, Counted counted) {
        ModelConfig model = named == null ? standard : byName.get(named);
        String name = model == null ? named : model.name();
        ModelVersion version = model == null ? null : model.at(startedAt).orElse(null);
        return model == null || version == null ? use(name, counted) : priced(model, version, counted);
    }

    /** What no model is given costs nothing of a model's. */
    public static TokenUse unread(Counted counted) {
        return use(null, counted);
    }

    private static TokenUse priced(ModelConfig model, ModelVersion version, Counted counted) {
        try {
            return new TokenUse(
                    counted.counts().definitions(),
                    counted.counts().arguments(),
                    counted.counts().result(),
                    counted.encoding(),
                    model.name(),
                    model.id(),
                    version.version(),
                    version.rates().cost(counted.counts()).nanos());
        } catch (ArithmeticException e) {
            // More than an amount can be: no model takes that, and an event must be.
            return use(model.name(), counted);
        }
    }

    private static TokenUse use(@Nullable String name, Counted counted) {
        return new TokenUse(
                counted.counts().definitions(),
                counted.counts().arguments(),
                counted.counts().result(),
                counted.encoding(),
                name,
                null,
                null,
                0);
    }
}
