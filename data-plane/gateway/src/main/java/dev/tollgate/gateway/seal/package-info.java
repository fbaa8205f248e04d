/** Text that goes out to agents and comes back: made and read by this region's gateways alone. It knows nothing of what is sealed. */
@NullMarked
package dev.tollgate.gateway.seal;

import org.jspecify.annotations.NullMarked;
