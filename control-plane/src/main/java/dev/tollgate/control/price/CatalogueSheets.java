package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.price.PriceSheet.Column;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.PriceSheetOutcome;
import dev.tollgate.model.price.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The catalogue in one sheet, out and in. */
@ApplicationScoped
class CatalogueSheets {
    private final CatalogueStore store;

    CatalogueSheets(CatalogueStore store) {
        this.store = store;
    }

    /** All that hold or are to come. */
    String written() {
        Instant now = Times.now();
        List<SheetPrice> prices = new ArrayList<>();
        for (CatalogueEntry entry : store.all()) {
            for (PriceVersion version : entry.standing(now)) {
                prices.add(new SheetPrice(
                        0,
                        Map.of(Column.ADDRESS, entry.address()),
                        entry.toolName(),
                        version.effectiveFrom().isAfter(now) ? version.effectiveFrom() : null,
                        version.terms()));
            }
        }
        return PriceSheet.of(SheetLayout.CATALOGUE, prices);
    }

    /** All of a sheet or, if anything is wrong with it, nothing. */
    PriceSheetOutcome read(String csv, boolean dryRun) {
        FieldErrors errors = new FieldErrors();
        Instant now = Times.now();
        List<SheetPrice> prices = SheetReader.read(SheetLayout.CATALOGUE, csv, errors);
        for (SheetPrice price : prices) {
            PriceService.checkFrom(errors, price.field(Column.EFFECTIVE_FROM), price.effectiveFrom(), now);
            CatalogueService.checkAddress(errors, price.field(Column.ADDRESS), price.at(Column.ADDRESS));
        }
        errors.throwIfAny();
        CataloguePlan plan = dryRun
                ? new CataloguePlan(store.all(), prices, now)
                : store.add(there -> new CataloguePlan(there, prices, now));
        return PriceSheetOutcome.of(dryRun, plan.lines());
    }
}
