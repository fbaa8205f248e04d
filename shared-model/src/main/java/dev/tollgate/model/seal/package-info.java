/** Text that only a region's gateways, and whoever seals for them, can read; it knows nothing of what is sealed. */
@NullMarked
package dev.tollgate.model.seal;

import org.jspecify.annotations.NullMarked;
