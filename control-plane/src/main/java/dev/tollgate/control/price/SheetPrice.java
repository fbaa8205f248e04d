package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.price.PriceSheet.Column;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.PriceSheetOutcome;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One version of a price as a sheet has it.
 *
 * @param line where it begins, from 1
 * @param place what the columns of the sheet's layout say
 * @param tool absent for all tools there
 * @param effectiveFrom absent means at once
 */
record SheetPrice(
        long line,
        Map<Column, String> place,
        @Nullable String tool,
        @Nullable Instant effectiveFrom,
        PriceTerms terms) {
    SheetPrice {
        place = Map.copyOf(place);
        effectiveFrom = Times.truncated(effectiveFrom);
    }

    String at(Column column) {
        return place.getOrDefault(column, "");
    }

    /** How an error names one of its cells. */
    String field(Column column) {
        return "line " + line + ": " + column;
    }

    Instant from(Instant now) {
        return effectiveFrom == null ? now : effectiveFrom;
    }

    /** Whether versions that stand say so at its time already. */
    boolean isSaidBy(List<PriceVersion> standing, PriceTerms here, Instant now) {
        @Nullable PriceVersion then = null;
        for (PriceVersion each : standing) {
            if (!each.effectiveFrom().isAfter(from(now))) {
                then = each;
            }
        }
        return then != null && then.terms().equals(here);
    }

    /** Does what may be refused for its time, and names its line then. */
    <T> T timed(Supplier<T> step) {
        try {
            return step.get();
        } catch (Refused e) {
            if (e.refusal() instanceof Refusal.Invalid invalid) {
                throw Refused.invalid(
                        field(Column.EFFECTIVE_FROM),
                        invalid.errors().getFirst().message(),
                        e);
            }
            throw e;
        }
    }

    PriceSheetOutcome.Line becomes(PriceSheetOutcome.Effect effect, Column place) {
        return new PriceSheetOutcome.Line(line, at(place), tool, effect, terms.words());
    }
}
