package dev.tollgate.control.identity;

import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Binds the tenant of the token's organization to the request, before any resource runs. Without one only operators go
 * on, who reach no resource of tenants.
 */
final class TenantFilter {
    /** Where someone without a tenant may learn so. */
    private static final String ANYONE = "/me";

    private final SecurityIdentity identity;
    private final TenantContext context;
    private final Organizations organizations;

    TenantFilter(SecurityIdentity identity, TenantContext context, Organizations organizations) {
        this.identity = identity;
        this.context = context;
        this.organizations = organizations;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    public void bindTenant(UriInfo uri, ResourceInfo resource) {
        // Whoever may come without signing in is not asked who they are: their bearer token is none of the realm's.
        if (resource.getResourceClass().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return;
        }
        List<String> ids = OrganizationClaim.ids(token.getClaim("organization"));
        if (ids.size() > 1) {
            throw new Refused(new Refusal.NoTenant("Your token names several organizations; sign in to one."));
        }
        ids.stream()
                .findFirst()
                .flatMap(id -> organizations.membership(id, token.getSubject()))
                .ifPresent(membership -> bind(membership, Instant.ofEpochSecond(token.getIssuedAtTime())));
        if (!identity.hasRole(Role.OPERATOR) && !uri.getPath().equals(ANYONE)) {
            context.id();
        }
    }

    /** A token lives on to its end, whatever becomes of its person; what it may do ends now. */
    private void bind(Organizations.Membership membership, Instant issuedAt) {
        if (membership.deactivated()) {
            throw new Refused(new Refusal.NoTenant("Your account was deactivated by your organization."));
        }
        if (membership.hasEnded(issuedAt)) {
            throw new Refused(new Refusal.TokenEnded());
        }
        context.bind(membership.tenant());
    }
}
