/** An agent whose turns are written down: its conversation with the gateway, and the tokens of it; no task in particular. */
@NullMarked
package dev.tollgate.bench.savings.agent;

import org.jspecify.annotations.NullMarked;
