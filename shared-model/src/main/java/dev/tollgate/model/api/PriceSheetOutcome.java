package dev.tollgate.model.api;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet of prices makes, or would make, of the prices that there are. Prices that it does not name stay.
 *
 * @param dryRun whether nothing was changed
 */
public record PriceSheetOutcome(boolean dryRun, int created, int changed, int unchanged, List<Line> lines) {
    /** Counts what becomes of each, and has them in the order of the sheet. */
    public static PriceSheetOutcome of(boolean dryRun, List<Line> lines) {
        return new PriceSheetOutcome(
                dryRun,
                count(lines, Effect.CREATED),
                count(lines, Effect.CHANGED),
                count(lines, Effect.UNCHANGED),
                lines.stream().sorted(Comparator.comparingLong(Line::line)).toList());
    }

    private static int count(List<Line> lines, Effect effect) {
        return (int) lines.stream().filter(line -> line.effect() == effect).count();
    }

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
     * @param server its name, or in the sheet of the catalogue its address
     * @param terms in words
     */
    public record Line(long line, String server, @Nullable String tool, Effect effect, String terms) {}
}
