package dev.tollgate.gateway.catalog;

import dev.tollgate.model.wire.CatalogReport;
import java.util.concurrent.CompletableFuture;

/** Where reports go. */
@FunctionalInterface
interface CatalogReports {
    /** Completes, on any thread, when the report is kept for good; fails if it was not. */
    CompletableFuture<Void> publish(CatalogReport report);
}
