package dev.tollgate.control.scim;

import dev.tollgate.control.oauth.PublicAddress;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.IssuedScimToken;
import dev.tollgate.model.api.ScimTokenInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token of a tenant's directory: one at a time, and after a rotation the one before for as long as the owner says. */
@ApplicationScoped
class TokenService {
    static final Duration OVERLAP_MAX = Duration.ofDays(7);

    private final SecureRandom random = new SecureRandom();
    private final EntityManager entities;
    private final PublicAddress outside;

    TokenService(EntityManager entities, PublicAddress outside) {
        this.entities = entities;
        this.outside = outside;
    }

    /** Where the directory finds SCIM. */
    String address() {
        return outside.of(ScimRoute.PATH).toString();
    }

    @Transactional
    ScimTokenInfo get() {
        return info(row().orElse(null));
    }

    /**
     * Makes the first token, or another in its place.
     *
     * @param overlapSeconds how long the one before goes on counting; absent for not at all
     */
    @Transactional
    IssuedScimToken issue(@Nullable Long overlapSeconds) {
        long overlap = overlapSeconds == null ? 0 : overlapSeconds;
        if (overlap < 0 || overlap > OVERLAP_MAX.toSeconds()) {
            throw Refused.invalid("overlapSeconds", "lies between 0 and " + OVERLAP_MAX.toSeconds());
        }
        Instant now = Times.now();
        Optional<TokenRow> known = row();
        TokenRow row = known.orElseGet(TokenRow::new);
        ScimToken token =
                ScimToken.issue(known.map(found -> found.id).orElseGet(() -> ScimToken.freshId(random)), random);
        row.id = token.id();
        row.previousSha256 = known.isPresent() && overlap > 0 ? row.sha256 : null;
        row.previousUntil = row.previousSha256 == null ? null : now.plusSeconds(overlap);
        row.sha256 = token.sha256();
        row.rotatedAt = now;
        if (known.isEmpty()) {
            entities.persist(row);
        }
        entities.flush();
        return new IssuedScimToken(token.reveal(), info(row));
    }

    @Transactional
    void revoke() {
        entities.remove(row().orElseThrow(Refused::notFound));
    }

    /** Refused unless it is the tenant's own; to be called within the tenant that it names. */
    @Transactional
    void admit(ScimToken presented) {
        boolean accepted =
                row().filter(row -> row.accepts(presented, Times.now())).isPresent();
        if (!accepted) {
            throw new Refused(new Refusal.KeyNotAccepted());
        }
    }

    private Optional<TokenRow> row() {
        return entities.createQuery("from ScimTokenRow t", TokenRow.class).getResultList().stream()
                .findFirst();
    }

    private ScimTokenInfo info(@Nullable TokenRow row) {
        return row == null
                ? new ScimTokenInfo(address(), false, null, null)
                : new ScimTokenInfo(address(), true, row.rotatedAt, row.previousUntil);
    }
}
