package dev.tollgate.model.config;

import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's people sign in: whose tokens are taken, and by which keys they are known. It travels with everything else,
 * so that a gateway checks a token without asking anyone.
 *
 * @param issuer as tokens name it ({@code iss})
 * @param organization the issuer's id of the tenant
 * @param keys the issuer's; several while they change
 * @param environment where people come to; absent for the tenant's oldest
 */
public record SignInConfig(
        TenantId tenant,
        String issuer,
        String organization,
        List<IssuerKey> keys,
        @Nullable EnvironmentId environment) implements ConfigResource {
    /** There is one of a tenant. */
    public static final String ID = "realm";

    public static final int KEYS_MAX = 16;

    public SignInConfig {
        keys = List.copyOf(keys);
        if (keys.size() > KEYS_MAX) {
            throw new IllegalArgumentException("an issuer has at most " + KEYS_MAX + " keys, not " + keys.size());
        }
        if (issuer.isEmpty() || organization.isEmpty()) {
            throw new IllegalArgumentException("people sign in at an issuer and to an organization, which have names");
        }
    }

    /** The same with other keys. */
    public SignInConfig withKeys(String from, List<IssuerKey> others) {
        return new SignInConfig(tenant, from, organization, others, environment);
    }

    /** The same, with people coming to this environment, or to the oldest. */
    public SignInConfig withEnvironment(@Nullable EnvironmentId other) {
        return new SignInConfig(tenant, issuer, organization, keys, other);
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.SIGN_IN;
    }

    @Override
    public String resourceId() {
        return ID;
    }
}
