package dev.tollgate.control.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tollgate.model.config.IssuerKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer says when someone's session has ended (OpenID Connect Back-Channel Logout 1.0, section 2.4).
 *
 * @param session absent where all of the person's have ended
 */
record LogoutToken(String person, @Nullable String session, Instant issuedAt) {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Set<JOSEObjectType> TYPES = Set.of(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT);

    private static final Duration AGE_MAX = Duration.ofMinutes(5);
    private static final Duration CLOCKS_APART_MAX = Duration.ofSeconds(30);
    private static final int CHARS_MAX = 8_192;

    /** Empty if it is not one that this issuer has made, just now, for one of these clients. */
    static Optional<LogoutToken> read(String text, Issuer issuer, Set<String> audiences, Instant now) {
        if (text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean good = isSigned(token, issuer)
                    && TYPES.contains(token.getHeader().getType())
                    && issuer.name().equals(claims.getIssuer())
                    && claims.getAudience().stream().anyMatch(audiences::contains)
                    && isFresh(claims, now)
                    && claims.getJWTID() != null
                    && claims.getClaim("nonce") == null
                    && saysLogout(claims)
                    && claims.getSubject() != null;
            return good
                    ? Optional.of(new LogoutToken(
                            claims.getSubject(),
                            claims.getStringClaim("sid"),
                            claims.getIssueTime().toInstant()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(SignedJWT token, Issuer issuer) throws JOSEException {
        for (IssuerKey key : issuer.keys()) {
            boolean named = key.id().equals(token.getHeader().getKeyID())
                    && key.algorithm().equals(token.getHeader().getAlgorithm().getName());
            if (named) {
                return token.verify(
                        new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), key.toPublicKey()));
            }
        }
        return false;
    }

    private static boolean isFresh(JWTClaimsSet claims, Instant now) {
        Date issued = claims.getIssueTime();
        Date expires = claims.getExpirationTime();
        return issued != null
                && expires != null
                && now.isBefore(expires.toInstant().plus(CLOCKS_APART_MAX))
                && issued.toInstant().isBefore(now.plus(CLOCKS_APART_MAX))
                && issued.toInstant().isAfter(now.minus(AGE_MAX));
    }

    private static boolean saysLogout(JWTClaimsSet claims) throws ParseException {
        Map<String, Object> events = claims.getJSONObjectClaim("events");
        return events != null && events.get(EVENT) instanceof Map<?, ?>;
    }
}
