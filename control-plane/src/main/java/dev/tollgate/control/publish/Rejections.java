package dev.tollgate.control.publish;

import java.time.Instant;

/** What publishing needs to know of gateways; implemented where their words are heard. */
public interface Rejections {
    /** Whether a gateway was heard to reject a revision after this time. */
    boolean heardAfter(Instant time);
}
