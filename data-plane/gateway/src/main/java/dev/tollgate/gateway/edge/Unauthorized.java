package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.model.event.RefusalReason;

/** Why a key is refused, in words. Who does not know the secret hears the same of a key that exists and of one that does not. */
final class Unauthorized {
    static final String UNKNOWN =
            "This key is not known here. Check that it was copied whole and belongs to this region's gateway.";

    private Unauthorized() {}

    static String words(Cause cause) {
        return switch (cause) {
            case MISSING -> "No key was presented. Send your Tollgate key as 'Authorization: Bearer tg_...'.";
            case MALFORMED -> "The key presented is no Tollgate key or was mistyped: its checksum does not fit.";
            case UNKNOWN_ID -> UNKNOWN;
        };
    }

    static String words(RefusalReason reason) {
        return switch (reason) {
            case SECRET_ROTATED -> "This key was rotated and its old secret has ended: use the new one.";
            case KEY_REVOKED -> "This key was revoked: ask whoever issued it for another.";
            case KEY_EXPIRED -> "This key has expired: ask whoever issued it for another.";
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
                    SNAPSHOT_STALE,
                    OTHER_REGION,
                    INVALID_REQUEST,
                    UPSTREAM_UNAVAILABLE,
                    OVERLOADED,
                    UNRECORDABLE -> UNKNOWN;
        };
    }
}
