package dev.tollgate.gateway.edge.resource;

import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.gateway.identity.Scope;
import dev.tollgate.model.config.IssuerKey;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** What {@code WWW-Authenticate} says (RFC 6750, RFC 9728, RFC 9449), for one address under which the gateway is known. */
public record Challenges(String base) {
    private static final String ALL_SCOPES = Scope.words(EnumSet.allOf(Scope.class));

    /** To whoever presents nothing, or a key that is not taken. */
    public String signIn() {
        return "Bearer " + metadata() + ", scope=\"" + ALL_SCOPES + "\"";
    }

    /** To whoever presents a token that is not taken any more, or never was. */
    public String invalidToken() {
        return "Bearer error=\"invalid_token\", " + metadata() + ", scope=\"" + ALL_SCOPES + "\"";
    }

    /** To whoever presents a token, and a proof that does not fit it. */
    public String invalidProof(Cause why) {
        String error = why == Cause.TOKEN_NOT_BOUND ? "invalid_token" : "invalid_dpop_proof";
        return "DPoP error=\"" + error + "\", algs=\"" + String.join(" ", new TreeSet<>(IssuerKey.ALGORITHMS)) + "\", "
                + metadata();
    }

    /** To whoever presents a token that does not cover what is asked for: all that it must cover. */
    public String insufficientScope(Set<Scope> needed) {
        return "Bearer error=\"insufficient_scope\", scope=\"" + Scope.words(needed) + "\", " + metadata();
    }

    private String metadata() {
        return "resource_metadata=\"" + PublicUrls.metadataUrl(base) + "\"";
    }
}
