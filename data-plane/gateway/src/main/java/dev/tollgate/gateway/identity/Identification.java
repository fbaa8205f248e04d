package dev.tollgate.gateway.identity;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.RefusalReason;
import org.jspecify.annotations.Nullable;

/** What a presented key or token came to. */
public sealed interface Identification {
    /**
     * It is good; the call is decided by this snapshot.
     *
     * @param key as what the caller is judged
     * @param token with which someone signed in; absent where a key was presented
     */
    record Known(
            TenantSnapshot snapshot,
            VirtualKeyConfig key,
            @Nullable AccessToken token) implements Identification {}

    /** It is of somebody, and refused. */
    record Refused(
            TenantSnapshot snapshot,
            VirtualKeyConfig key,
            RefusalReason reason,
            @Nullable AccessToken token) implements Identification {}

    /** Nothing was presented that is anybody's. */
    record Unknown(Cause cause) implements Identification {}

    /** Several were presented that are not the same. */
    record Contradictory() implements Identification {}

    /** Why nobody is known. */
    enum Cause {
        /** Nothing was presented. */
        MISSING,
        /** It is no Tollgate key, or its checksum says that it was mistyped or cut. */
        MALFORMED,
        /** Its id is of no key that this gateway serves. */
        UNKNOWN_ID,
        /** It looks like a token, and is none. */
        TOKEN_MALFORMED,
        /** Its signature is not that of the issuer's key, or not by the key's algorithm. */
        TOKEN_NOT_TRUSTED,
        /** It names a key that the issuer does not sign with, or not any more, or that is not known here yet. */
        UNKNOWN_SIGNING_KEY,
        /** It is no access token, or one that is good for too long or bound in an unknown way. */
        TOKEN_OF_ANOTHER_KIND,
        /** Its audience is somebody else. */
        TOKEN_FOR_ANOTHER,
        /** It names no organization that is served here, or somebody who is not known as one of its people. */
        NO_MEMBER,
        /** The tenant has no environment that people come to. */
        NO_ENVIRONMENT,
        /** It is bound to a key, and came without a proof of it. */
        PROOF_MISSING,
        /** The proof is not for this request, this token and this moment, or was taken before. */
        PROOF_BAD,
        /** It came with a proof and is bound to no key. */
        TOKEN_NOT_BOUND;

        /** Whether a token was presented. */
        public boolean isOfToken() {
            return switch (this) {
                case MISSING, MALFORMED, UNKNOWN_ID -> false;
                case TOKEN_MALFORMED,
                        TOKEN_NOT_TRUSTED,
                        UNKNOWN_SIGNING_KEY,
                        TOKEN_OF_ANOTHER_KIND,
                        TOKEN_FOR_ANOTHER,
                        NO_MEMBER,
                        NO_ENVIRONMENT,
                        PROOF_MISSING,
                        PROOF_BAD,
                        TOKEN_NOT_BOUND -> true;
            };
        }

        /** Whether it is the proof that is wrong, and a client may make another for the same token. */
        public boolean isOfProof() {
            return this == PROOF_MISSING || this == PROOF_BAD || this == TOKEN_NOT_BOUND;
        }
    }
}
