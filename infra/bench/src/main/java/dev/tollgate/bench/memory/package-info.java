/** What a gateway holds when it serves many tenants: memory, disk and the time to load them; never throughput. */
@NullMarked
package dev.tollgate.bench.memory;

import org.jspecify.annotations.NullMarked;
