package dev.tollgate.e2e.wall;

import dev.tollgate.e2e.api.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How an operation is tried by one tenant with what is another's. */
sealed interface Probe {
    /** The address names one resource. The body, where there is one, is sound and names only what is the caller's own. */
    record OneResource(Function<Estate, Object> id, Optional<Function<Estate, Object>> body) implements Probe {}

    /** The answer is made of whatever the caller may see; each filter names one of another tenant's. */
    record Listing(List<Function<Estate, String>> filters) implements Probe {}

    /** The address names one by a number, which each tenant counts for itself. */
    record Counted() implements Probe {}

    /** The body names other resources. */
    record Creation(Function<Estate, Request> naming) implements Probe {}

    /** No tenant has a right to it. */
    record OperatorOnly(Function<Estate, Request> request) implements Probe {}
}
