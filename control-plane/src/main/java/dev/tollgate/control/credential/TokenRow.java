package dev.tollgate.control.credential;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.AccessTokenStatus.State;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.oauth.Scopes;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tokens for a server of somebody, sealed, and how they do. Written by whoever holds its lock. */
@Entity
@IdClass(TokenId.class)
@Table(name = "upstream_token")
public class TokenRow extends OwnedRow {
    private static final String ASKS = "the server asks for more than was granted: ";

    @Id
    @Column(name = "server_id")
    UUID serverId;

    @Id
    @Column(name = "person")
    UUID person;

    @Column(name = "secret_version", nullable = false)
    long secretVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    State state = State.PENDING;

    @Column(name = "reason")
    @Nullable
    String reason;

    @Column(name = "state_since", nullable = false)
    Instant stateSince;

    @Column(name = "attempts", nullable = false)
    int attempts;

    @Column(name = "renewal", nullable = false)
    long renewal;

    @Column(name = "sealed")
    byte @Nullable [] sealed;

    /** Sealed too; gateways never have it. */
    @Column(name = "refresh")
    byte @Nullable [] refresh;

    @Column(name = "sealed_by", nullable = false)
    String sealedBy;

    @Column(name = "scopes", nullable = false)
    String scopes = "";

    @Column(name = "asked_scopes", nullable = false)
    String askedScopes = "";

    @Column(name = "refused_at")
    @Nullable
    Instant refusedAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "renewed_at")
    @Nullable
    Instant renewedAt;

    @Column(name = "next_at")
    @Nullable
    Instant nextAt;

    @Column(name = "sent_at")
    @Nullable
    Instant sentAt;

    @Column(name = "unpublished", nullable = false)
    boolean unpublished;

    @Column(name = "fence", nullable = false)
    long fence;

    @Column(name = "held_until")
    @Nullable
    Instant heldUntil;

    /** Counts on from the time: whoever held one that was deleted, or has its token, is not taken for this one's. */
    static TokenRow of(TokenId id, Instant now) {
        TokenRow row = new TokenRow();
        row.serverId = id.serverId();
        row.person = id.person();
        row.fence = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        row.renewal = row.fence;
        return row;
    }

    TokenId id() {
        return new TokenId(serverId, person);
    }

    /** Nobody has been answered yet; there is nothing to say of it. */
    boolean isAwaited() {
        return sealed == null && state == State.PENDING;
    }

    /** What its access token is bound to: no credential's own secret, and no other token. */
    String bound(TenantId tenant) {
        String whose = id().isOfTenant() ? "" : "|" + person;
        return "token-of-" + new CredentialSeal(tenant, new ServerId(serverId), secretVersion).bound() + whose + "|"
                + renewal;
    }

    String refreshBound(TenantId tenant) {
        return "refresh-" + bound(tenant);
    }

    /** With the key that seals now; what is sealed, and its number, stay. */
    void sealAgain(MasterSeal master, String masterKey) {
        TenantId tenant = tenant();
        if (sealed != null) {
            sealed = master.seal(master.open(sealed, bound(tenant)), bound(tenant));
        }
        if (refresh != null) {
            refresh = master.seal(master.open(refresh, refreshBound(tenant)), refreshBound(tenant));
        }
        sealedBy = masterKey;
    }

    /** Begins anew for another credential: what was got before is gone, and who is asking now comes too late. */
    void begin(long version, String masterKey, Instant now) {
        sealedBy = masterKey;
        secretVersion = version;
        sealed = null;
        refresh = null;
        sentAt = null;
        unpublished = false;
        scopes = "";
        askedScopes = "";
        refusedAt = null;
        expiresAt = null;
        renewedAt = null;
        enter(State.PENDING, null, now);
        fence++;
        heldUntil = null;
        askNow(now);
    }

    /** Who is asking already goes on. */
    void askNow(Instant now) {
        attempts = 0;
        nextAt = now;
    }

    /** The server asks for more than was granted, or says so. What else needs attention goes on needing it. */
    void asked(List<String> wanted, Instant now) {
        askedScopes = Scopes.text(together(lacking(list(askedScopes)), lacking(wanted)));
        boolean onlyAsked = reason != null && reason.startsWith(ASKS);
        if (state == State.VALID || onlyAsked) {
            enter(
                    State.NEEDS_ATTENTION,
                    askedScopes.isEmpty()
                            ? "the server says that the token lacks what it was granted: " + Scopes.words(wanted)
                            : asks(),
                    now);
        }
    }

    /** It was renewed, with what was granted for it. */
    void renewed(Instant now) {
        askedScopes = Scopes.text(lacking(list(askedScopes)));
        enter(askedScopes.isEmpty() ? State.VALID : State.NEEDS_ATTENTION, askedScopes.isEmpty() ? null : asks(), now);
    }

    private String asks() {
        return ASKS + Scopes.words(list(askedScopes));
    }

    private List<String> lacking(List<String> wanted) {
        List<String> granted = list(scopes);
        return wanted.stream().filter(scope -> !granted.contains(scope)).toList();
    }

    private static List<String> together(List<String> before, List<String> more) {
        try {
            return Scopes.of(Stream.concat(before.stream(), more.stream()).toList());
        } catch (IllegalArgumentException _) {
            // More than there may be together: what is asked for last is what is needed now.
            return more;
        }
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** The server does not take the token that is here, which a replica may have written whose clock is ahead. */
    void refused(Instant now) {
        refusedAt = renewedAt != null && renewedAt.isAfter(now) ? renewedAt : now;
    }

    /** Whether the server refused the token that is here. */
    boolean isRefused() {
        return refusedAt != null && (renewedAt == null || !renewedAt.isAfter(refusedAt));
    }

    /** Whether it is of no use until somebody has seen to it. */
    boolean isOfNoUse() {
        return sealed == null || state == State.NEEDS_ATTENTION && isRefused();
    }

    void enter(State next, @Nullable String why, Instant now) {
        if (state != next || stateSince == null) {
            stateSince = now;
        }
        state = next;
        reason = why;
    }

    AccessTokenStatus toApi() {
        return new AccessTokenStatus(
                state, stateSince, reason, list(scopes), list(askedScopes), renewedAt, expiresAt, nextAt);
    }
}
