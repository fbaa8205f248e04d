package dev.tollgate.gateway.catalog;

import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.UpstreamChallenge;
import java.util.concurrent.CompletableFuture;

/** Where it goes what is found on upstreams. */
interface CatalogReports {
    /** Completes, on any thread, when the report is kept for good; fails if it was not. */
    CompletableFuture<Void> publish(CatalogReport report);

    /** As a report is published. */
    CompletableFuture<Void> publish(UpstreamChallenge challenge);
}
