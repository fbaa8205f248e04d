/** Made-up tenants as the control plane would publish them, and the processes that serve them; never a measurement. */
@NullMarked
package dev.tollgate.bench.world;

import org.jspecify.annotations.NullMarked;
