/** The upstreams behind the gateway: made-up data and tools that work on it, over HTTP; never a measurement. */
@NullMarked
package dev.tollgate.bench.savings.estate;

import org.jspecify.annotations.NullMarked;
