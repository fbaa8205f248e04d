package dev.tollgate.control.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The signed-in person or client. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Keycloak's id of the person, which a rename does not change. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : username();
    }

    public String username() {
        return identity.getPrincipal().getName();
    }

    /** Tollgate's own; an identity provider adds others for purposes of its own. */
    public List<String> roles() {
        return identity.getRoles().stream().filter(Role.ALL::contains).sorted().toList();
    }
}
