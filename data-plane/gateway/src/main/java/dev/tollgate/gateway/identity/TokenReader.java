package dev.tollgate.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.model.config.IssuerKey;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.SignInConfig;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads access tokens (RFC 9068, and Keycloak's, which say in a claim what they are): whose they are, for whom, and whether
 * a key of that tenant's issuer signed them. Nothing in a token decides how it is checked but the id of the key.
 */
final class TokenReader {
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final Set<String> ACCESS_TOKEN_TYPES = Set.of("Bearer", "DPoP");
    private static final int ID_CHARS_MAX = 2_048;

    private final Snapshots snapshots;
    private final Set<String> audiences;

    /**
     * @param audiences what this gateway is called by issuers of tokens; a token must be for one of them
     */
    TokenReader(Snapshots snapshots, Set<String> audiences) {
        this.snapshots = snapshots;
        this.audiences = Set.copyOf(audiences);
    }

    AccessToken read(String token) throws BadToken {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            String issuer = text(claims.getIssuer());
            @Nullable String organization = organization(claims);
            // The claims say which tenant's keys to check by, and count for nothing else before the check.
            IssuerKey key = key(signIn(issuer, organization, text(claims.getSubject())), jwt);
            if (!jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), key.toPublicKey()))) {
                throw new BadToken(Cause.TOKEN_NOT_TRUSTED);
            }
            if (!isAccessToken(jwt, claims)) {
                throw new BadToken(Cause.TOKEN_OF_ANOTHER_KIND);
            }
            if (claims.getAudience().stream().noneMatch(audiences::contains)) {
                throw new BadToken(Cause.TOKEN_FOR_ANOTHER);
            }
            return token(claims, issuer, organization, key);
        } catch (ParseException | IllegalArgumentException e) {
            throw new BadToken(Cause.TOKEN_MALFORMED);
        } catch (JOSEException e) {
            throw new BadToken(Cause.TOKEN_NOT_TRUSTED);
        }
    }

    private SignInConfig signIn(String issuer, @Nullable String organization, String person) throws BadToken {
        TenantSnapshot snapshot = snapshots.ofPerson(issuer, organization, person);
        SignInConfig signIn = snapshot == null ? null : snapshot.signIns().config();
        if (signIn == null) {
            throw new BadToken(Cause.NO_MEMBER);
        }
        return signIn;
    }

    private static IssuerKey key(SignInConfig signIn, SignedJWT jwt) throws BadToken {
        String algorithm = jwt.getHeader().getAlgorithm().getName();
        for (IssuerKey key : signIn.keys()) {
            if (key.id().equals(jwt.getHeader().getKeyID())) {
                if (!key.algorithm().equals(algorithm)) {
                    throw new BadToken(Cause.TOKEN_NOT_TRUSTED);
                }
                return key;
            }
        }
        throw new BadToken(Cause.UNKNOWN_SIGNING_KEY);
    }

    /** Neither an id token nor a refresh token nor anything else that the issuer signs. */
    private static boolean isAccessToken(SignedJWT jwt, JWTClaimsSet claims) throws ParseException {
        String claimed = claims.getStringClaim("typ");
        return claimed == null ? ACCESS_TOKEN.equals(jwt.getHeader().getType()) : ACCESS_TOKEN_TYPES.contains(claimed);
    }

    /**
     * Null where none is named, as to clients that registered for the scopes of MCP alone. Whoever belongs to several would
     * have to say which one they come for, and cannot.
     */
    private static @Nullable String organization(JWTClaimsSet claims) throws BadToken {
        Object claim = claims.getClaim("organization");
        if (claim == null) {
            return null;
        }
        if (claim instanceof Map<?, ?> organizations
                && organizations.size() == 1
                && organizations.values().iterator().next() instanceof Map<?, ?> one
                && one.get("id") instanceof String id) {
            return id;
        }
        throw new BadToken(Cause.NO_MEMBER);
    }

    private static AccessToken token(JWTClaimsSet claims, String issuer, @Nullable String organization, IssuerKey key)
            throws ParseException, BadToken {
        String client = claims.getStringClaim("azp") != null
                ? claims.getStringClaim("azp")
                : claims.getStringClaim("client_id");
        String scope = claims.getStringClaim("scope");
        Instant issuedAt = time(claims.getIssueTime());
        Instant expiresAt = time(claims.getExpirationTime());
        Date notBefore = claims.getNotBeforeTime();
        boolean early = issuedAt.isAfter(expiresAt)
                || notBefore != null && notBefore.toInstant().isAfter(issuedAt.plus(TokenCheck.CLOCKS_APART_MAX));
        if (early || issuedAt.plus(PersonConfig.TOKEN_LIFE_MAX).isBefore(expiresAt)) {
            throw new BadToken(Cause.TOKEN_OF_ANOTHER_KIND);
        }
        return new AccessToken(
                issuer,
                organization,
                key,
                text(claims.getSubject()),
                text(client),
                claims.getStringClaim("sid"),
                Scope.in(scope == null ? "" : scope),
                issuedAt,
                expiresAt,
                proofKey(claims));
    }

    private static @Nullable String proofKey(JWTClaimsSet claims) throws ParseException, BadToken {
        Map<String, Object> confirmation = claims.getJSONObjectClaim("cnf");
        if (confirmation == null) {
            return null;
        }
        if (confirmation.get("jkt") instanceof String thumbprint) {
            return thumbprint;
        }
        // Bound in a way that is not known here: taken without looking, it would not be bound at all.
        throw new BadToken(Cause.TOKEN_OF_ANOTHER_KIND);
    }

    private static Instant time(@Nullable Date claim) throws BadToken {
        if (claim == null) {
            throw new BadToken(Cause.TOKEN_MALFORMED);
        }
        return claim.toInstant();
    }

    private static String text(@Nullable String claim) throws BadToken {
        if (claim == null || claim.isEmpty() || claim.length() > ID_CHARS_MAX) {
            throw new BadToken(Cause.TOKEN_MALFORMED);
        }
        return claim;
    }
}
