/** Calls a second, latency and CPU of several ways to one upstream, measured in turns in one run; never how a way is set up. */
@NullMarked
package dev.tollgate.bench.throughput;

import org.jspecify.annotations.NullMarked;
