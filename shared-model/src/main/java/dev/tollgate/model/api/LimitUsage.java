package dev.tollgate.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a limit is used in the window that is now. Amounts are calls, tokens, or dollars.
 *
 * @param amount what holds now: the limit's own, or that of an override
 * @param spent of a hard limit what is settled; of one that warns what the events say that were stored
 * @param held what gateways can still spend, or may have spent, without having said so; zero where it only warns. Of what
 *     runs at once: calls that run, and the room that gateways keep for some
 * @param left what is neither; negative where more was used than it allows
 * @param resetsAt when something of it begins to be free again; absent of what runs at once
 * @param lagSeconds how far the figures of one that warns are behind; absent if unknown, and for hard ones
 */
public record LimitUsage(
        String amount,
        String spent,
        String held,
        String left,
        @Nullable Instant resetsAt,
        @Nullable Long lagSeconds) {}
