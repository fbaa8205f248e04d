package dev.tollgate.control.credential;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential's row; the secret in it is sealed. */
@Entity
@Table(name = "upstream_credential")
public class CredentialRow extends OwnedRow {
    @Id
    @Column(name = "server_id")
    UUID serverId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    Kind kind = Kind.HEADERS;

    @Column(name = "headers", nullable = false)
    String headers = HeaderNames.NONE;

    @Column(name = "settings")
    @Nullable
    String settings;

    @Column(name = "sealed", nullable = false)
    byte[] sealed;

    /** Of the client that grants are brought as; of the kind that does. */
    @Column(name = "sealed_grant")
    byte @Nullable [] sealedGrant;

    @Column(name = "sealed_by", nullable = false)
    String sealedBy;

    @Column(name = "sealed_for", nullable = false)
    String sealedFor = "";

    @Column(name = "secret_version", nullable = false)
    long secretVersion;

    /** Whose connection the server is looked at with, where each person has one. */
    @Column(name = "look_as")
    @Nullable
    UUID lookAs;

    /** What its secret is bound to. */
    CredentialSeal whose(TenantId tenant) {
        return new CredentialSeal(tenant, new ServerId(serverId), secretVersion);
    }

    /** Whether each person has something of their own instead of what is sealed here. */
    boolean asksEachPerson() {
        return isOfEachPerson(kind);
    }

    static boolean isOfEachPerson(Kind kind) {
        return switch (kind) {
            case NONE, HEADERS, CLIENT_CREDENTIALS, TOKEN_EXCHANGE, OAUTH -> false;
            case PERSON_HEADERS, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG -> true;
        };
    }

    /** Whether somebody has to sign in at a provider and let Tollgate in. */
    boolean wantsSignIn() {
        return switch (kind) {
            case NONE, HEADERS, CLIENT_CREDENTIALS, TOKEN_EXCHANGE, PERSON_HEADERS -> false;
            case OAUTH, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG -> true;
        };
    }

    /** Whether what a sign-in gives is for Tollgate alone, and the token for the server is asked for with it. */
    boolean exchangesSignIns() {
        return switch (kind) {
            case NONE, HEADERS, CLIENT_CREDENTIALS, TOKEN_EXCHANGE, PERSON_HEADERS, OAUTH, PERSON_OAUTH -> false;
            case PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG -> true;
        };
    }

    /** Another credential, of the same kind or another; what it says and its secret are still to be written. */
    void becomes(Kind next, Instant now) {
        kind = next;
        headers = HeaderNames.NONE;
        settings = null;
        lookAs = null;
        sealedGrant = null;
        secretVersion = Math.max(secretVersion + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }
}
