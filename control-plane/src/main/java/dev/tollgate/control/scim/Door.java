package dev.tollgate.control.scim;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a directory in with its token, into the tenant that the token belongs to and no other. */
@ApplicationScoped
class Door {
    private static final String BEARER = "Bearer ";

    private final TokenTenants tenants;
    private final TokenService tokens;
    private final TenantScope scope;

    Door(TokenTenants tenants, TokenService tokens, TenantScope scope) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.scope = scope;
    }

    <T> T enter(@Nullable String authorization, Supplier<T> work) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw refused();
        }
        ScimToken presented = ScimToken.parse(
                        authorization.substring(BEARER.length()).strip())
                .orElseThrow(Door::refused);
        TenantId tenant = tenants.of(presented).orElseThrow(Door::refused);
        return scope.call(tenant, () -> {
            tokens.admit(presented);
            return work.get();
        });
    }

    private static Refused refused() {
        return new Refused(new Refusal.KeyNotAccepted());
    }
}
