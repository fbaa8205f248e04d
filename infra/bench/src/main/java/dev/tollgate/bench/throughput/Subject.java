package dev.tollgate.bench.throughput;

import dev.tollgate.bench.load.Target;
import java.util.Optional;

/**
 * A way to the upstream.
 *
 * @param process the name of the process that stands between, as watched; empty if none does
 */
public record Subject(Target target, Optional<String> process) {
    public String name() {
        return target.name();
    }
}
