package dev.tollgate.model.config;

import dev.tollgate.model.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who signs in for a tenant, as gateways know them: which subject they are, and which of their tokens are taken.
 *
 * @param id the issuer's ({@code sub}); without a slash
 * @param subject a user
 * @param enabled whether any token is taken
 * @param tokensUntil tokens that were issued in this second or earlier are refused; absent if none are for that
 * @param fences tokens of single clients and sessions that are refused
 */
public record PersonConfig(
        TenantId tenant,
        String id,
        SubjectRef subject,
        boolean enabled,
        @Nullable Instant tokensUntil,
        List<TokenFence> fences)
        implements ConfigResource {
    /** What is issued for longer is not taken, so that a fence that is older need not be kept. */
    public static final Duration TOKEN_LIFE_MAX = Duration.ofDays(1);

    public static final int FENCES_MAX = 64;
    private static final int ID_CHARS_MAX = 200;

    public PersonConfig {
        fences = List.copyOf(fences);
        if (id.isEmpty() || id.length() > ID_CHARS_MAX || id.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a person's id has 1 to " + ID_CHARS_MAX + " characters and no slash");
        }
        if (subject.kind() != SubjectKind.USER) {
            throw new IllegalArgumentException("who signs in is a user, not " + subject);
        }
        if (fences.size() > FENCES_MAX) {
            throw new IllegalArgumentException("a person has at most " + FENCES_MAX + " fences, not " + fences.size());
        }
    }

    /** Someone whose every token is taken. */
    public static PersonConfig of(TenantId tenant, String id, SubjectRef subject) {
        return new PersonConfig(tenant, id, subject, true, null, List.of());
    }

    /** The same, whose tokens up to now are all refused. */
    public PersonConfig endingAll(Instant now) {
        return new PersonConfig(tenant, id, subject, enabled, now, List.of());
    }

    /** The same, of whom no token is taken, or tokens are again. */
    public PersonConfig enabled(boolean now) {
        return new PersonConfig(tenant, id, subject, now, tokensUntil, fences);
    }

    /**
     * The same with one fence more, without those that no token can meet any more. Where there are too many, all tokens up
     * to now are refused instead: whoever is let in signs in again.
     */
    public PersonConfig ending(TokenFence fence) {
        List<TokenFence> kept = new ArrayList<>();
        for (TokenFence each : fences) {
            boolean same = each.of() == fence.of() && each.id().equals(fence.id());
            if (!same && each.until().plus(TOKEN_LIFE_MAX).isAfter(fence.until())) {
                kept.add(each);
            }
        }
        kept.add(fence);
        return kept.size() > FENCES_MAX
                ? endingAll(fence.until())
                : new PersonConfig(tenant, id, subject, enabled, tokensUntil, kept);
    }

    /** Whether a token that was issued then, to this client in this session, is refused although its subject is known. */
    public boolean refuses(String client, @Nullable String session, Instant issuedAt) {
        if (tokensUntil != null && issuedAt.getEpochSecond() <= tokensUntil.getEpochSecond()) {
            return true;
        }
        for (TokenFence fence : fences) {
            String id = fence.of() == TokenFence.Of.CLIENT ? client : session;
            if (fence.id().equals(id) && fence.refuses(issuedAt)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.PERSON;
    }

    @Override
    public String resourceId() {
        return id;
    }
}
