package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet of prices makes, or would make, of the prices that there are. Prices that it does not name stay.
 *
 * @param dryRun whether nothing was changed
 */
public record PriceSheetOutcome(boolean dryRun, int created, int changed, int unchanged, List<Line> lines) {
    /** What becomes of a price. */
    public enum Effect {
        /** There was none. */
        CREATED,
        /** It gets another version. */
        CHANGED,
        /** It says so already. */
        UNCHANGED
    }

    /**
     * One price at one time.
     *
     * @param line of the sheet
     * @param terms in words
     */
    public record Line(long line, String server, @Nullable String tool, Effect effect, String terms) {}
}
