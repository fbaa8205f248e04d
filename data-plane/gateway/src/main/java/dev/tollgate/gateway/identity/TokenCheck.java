package dev.tollgate.gateway.identity;

import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens of people, by what the configuration says of their issuer and of them, and asks nobody. A signature is
 * checked once; whether the token is taken now, each time. Safe from any thread.
 */
public final class TokenCheck {
    /** How far the issuer's clock and ours may be apart. */
    static final Duration CLOCKS_APART_MAX = Duration.ofSeconds(30);

    /** Tokens that were checked and are remembered by their hashes, so that their every request costs one look-up. */
    static final int REMEMBERED_MAX = 20_000;

    /** Longer ones are not looked at; all headers together have 16 KiB. */
    static final int TOKEN_CHARS_MAX = 12 * 1024;

    private final Snapshots snapshots;
    private final TokenReader reader;
    private final ProofCheck proofs;
    private final InstantSource clock;
    private final Map<String, AccessToken> remembered = new ConcurrentHashMap<>();

    /**
     * @param audiences what this gateway is called by issuers of tokens; without any no token is taken
     */
    public TokenCheck(Snapshots snapshots, Set<String> audiences, InstantSource clock) {
        this.snapshots = snapshots;
        this.reader = new TokenReader(snapshots, audiences);
        this.proofs = new ProofCheck(clock);
        this.clock = clock;
    }

    /** Whether what is presented is a token rather than a key: the beginning of a JSON object in Base64, as a JWT has it. */
    public static boolean isToken(String presented) {
        return presented.startsWith("eyJ");
    }

    public Identification identify(String token, Presentation how) {
        if (token.length() > TOKEN_CHARS_MAX) {
            return new Identification.Unknown(Cause.TOKEN_MALFORMED);
        }
        String hash = TokenHash.of(token);
        try {
            AccessToken known = remembered.get(hash);
            AccessToken read = known == null ? reader.read(token) : known;
            if (known == null) {
                remember(hash, read);
            }
            checkProof(read, hash, how);
            return identify(read);
        } catch (BadToken e) {
            return new Identification.Unknown(e.why());
        }
    }

    /** The same of a token whose request was let in already: its proof was for that one time. */
    public Identification again(AccessToken token) {
        return identify(token);
    }

    private Identification identify(AccessToken token) {
        TenantSnapshot snapshot = snapshots.ofPerson(token.issuer(), token.organization(), token.person());
        SignInConfig signIn = snapshot == null ? null : snapshot.signIns().config();
        PersonConfig person = snapshot == null ? null : snapshot.signIns().person(token.person());
        if (snapshot == null || signIn == null || person == null) {
            return new Identification.Unknown(Cause.NO_MEMBER);
        }
        if (!signIn.keys().contains(token.signedBy())) {
            return new Identification.Unknown(Cause.UNKNOWN_SIGNING_KEY);
        }
        VirtualKeyConfig asKey = PersonKeys.of(snapshot, person);
        if (asKey == null) {
            return new Identification.Unknown(Cause.NO_ENVIRONMENT);
        }
        RefusalReason refusal = refusal(token, person, clock.instant());
        return refusal == null
                ? new Identification.Known(snapshot, asKey, token)
                : new Identification.Refused(snapshot, asKey, refusal, token);
    }

    private static @Nullable RefusalReason refusal(AccessToken token, PersonConfig person, Instant now) {
        if (!person.enabled()) {
            return RefusalReason.USER_DISABLED;
        }
        if (person.refuses(token.client(), token.session(), token.issuedAt())) {
            return RefusalReason.GRANT_REVOKED;
        }
        boolean early = token.issuedAt().minus(CLOCKS_APART_MAX).isAfter(now);
        boolean over = !now.isBefore(token.expiresAt().plus(CLOCKS_APART_MAX));
        return early || over ? RefusalReason.TOKEN_EXPIRED : null;
    }

    private void checkProof(AccessToken token, String hash, Presentation how) throws BadToken {
        String key = token.proofKey();
        if (key == null && !how.withProof()) {
            return;
        }
        if (key == null) {
            throw new BadToken(Cause.TOKEN_NOT_BOUND);
        }
        if (!how.withProof()) {
            throw new BadToken(Cause.PROOF_MISSING);
        }
        proofs.check(key, hash, how);
    }

    private void remember(String hash, AccessToken token) {
        if (remembered.size() >= REMEMBERED_MAX) {
            Instant now = clock.instant();
            remembered.values().removeIf(each -> now.isAfter(each.expiresAt().plus(CLOCKS_APART_MAX)));
            if (remembered.size() >= REMEMBERED_MAX) {
                remembered.clear();
            }
        }
        remembered.put(hash, token);
    }
}
