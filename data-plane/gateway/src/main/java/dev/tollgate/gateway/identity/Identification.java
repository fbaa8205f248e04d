package dev.tollgate.gateway.identity;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.RefusalReason;

/** What a presented key came to. */
public sealed interface Identification {
    /** The key is good; the call is decided by this snapshot. */
    record Known(TenantSnapshot snapshot, VirtualKeyConfig key) implements Identification {}

    /** The key exists, and is refused. */
    record Refused(TenantSnapshot snapshot, VirtualKeyConfig key, RefusalReason reason) implements Identification {}

    /** No key that exists was presented. */
    record Unknown(Cause cause) implements Identification {}

    /** Several keys were presented that are not the same. */
    record Contradictory() implements Identification {}

    /** Why there is no key. */
    enum Cause {
        /** None was presented. */
        MISSING,
        /** It is no Tollgate key, or its checksum says that it was mistyped or cut. */
        MALFORMED,
        /** Its id is of no key that this gateway serves. */
        UNKNOWN_ID
    }
}
