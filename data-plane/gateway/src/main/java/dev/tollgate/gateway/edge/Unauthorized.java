package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.identity.Identification;
import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.model.event.RefusalReason;

/** Why a key is refused, in words. Who does not know the secret hears the same of a key that exists and of one that does not. */
final class Unauthorized {
    static final String UNKNOWN =
            "This key is not known here. Check that it was copied whole and belongs to this region's gateway.";

    private Unauthorized() {}

    static String words(Identification why) {
        return switch (why) {
            case Identification.Unknown unknown -> words(unknown.cause());
            case Identification.Refused refused -> words(refused.reason());
            case Identification.Known _, Identification.Contradictory _ -> UNKNOWN;
        };
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case MISSING ->
                "No key was presented. Send your Tollgate key as 'Authorization: Bearer tg_...', or sign in with a client that"
                        + " can.";
            case MALFORMED -> "The key presented is no Tollgate key or was mistyped: its checksum does not fit.";
            case UNKNOWN_ID -> UNKNOWN;
            case TOKEN_MALFORMED -> "The access token presented cannot be read.";
            case TOKEN_NOT_TRUSTED -> "The access token presented was not signed by whom it names.";
            case UNKNOWN_SIGNING_KEY ->
                "The access token presented is signed with a key that is not known here. Where keys were just changed, this"
                        + " passes in a moment: have a new token then.";
            case TOKEN_OF_ANOTHER_KIND -> "What is presented is no access token for use here.";
            case TOKEN_FOR_ANOTHER ->
                "The access token presented is for somebody else: ask your authorization server for one with the resource that"
                        + " the metadata names.";
            case NO_MEMBER ->
                "The access token presented is of nobody who is known here. Sign in to the organization that uses this"
                        + " gateway; if you were just taken in, try again in a moment.";
            case NO_ENVIRONMENT ->
                "Your organization has no environment for people who sign in: ask your administrator.";
            case PROOF_MISSING ->
                "The access token presented is bound to a key: send it as 'Authorization: DPoP ...' with a proof.";
            case PROOF_BAD ->
                "The proof presented is not for this request, this access token and this moment, or was used before.";
            case TOKEN_NOT_BOUND ->
                "The access token presented is bound to no key: send it as 'Authorization: Bearer ...'.";
        };
    }

    private static String words(RefusalReason reason) {
        return switch (reason) {
            case SECRET_ROTATED -> "This key was rotated and its old secret has ended: use the new one.";
            case KEY_REVOKED -> "This key was revoked: ask whoever issued it for another.";
            case KEY_EXPIRED -> "This key has expired: ask whoever issued it for another.";
            case TOKEN_EXPIRED -> "Your access token has expired: have a new one, or sign in again.";
            case GRANT_REVOKED -> "Your access through this client was ended: sign in again.";
            case USER_DISABLED -> "Your account may not be used now: ask your administrator.";
            case SOURCE_NOT_ALLOWED ->
                "This key is not accepted from your network address: use it from where it may be used, or ask whoever issued"
                        + " it to add your network.";
            case WRONG_SECRET,
                    UNKNOWN_TOOL,
                    CONDITION_NOT_MET,
                    CONDITION_FAILED,
                    CONDITION_TOO_COSTLY,
                    CONDITION_BROKEN,
                    DEFINITION_CHANGED,
                    NOT_APPROVED,
                    SNAPSHOT_STALE,
                    OTHER_REGION,
                    INVALID_REQUEST,
                    UPSTREAM_UNAVAILABLE,
                    BUDGET_EXHAUSTED,
                    RATE_LIMITED,
                    LEDGER_UNHEARD,
                    OVERLOADED,
                    SCOPE_MISSING,
                    NO_PERSON,
                    NOT_CONNECTED,
                    CLIENT_NOT_ALLOWED,
                    CONNECTION_NEEDS_ATTENTION,
                    UNRECORDABLE -> UNKNOWN;
        };
    }
}
