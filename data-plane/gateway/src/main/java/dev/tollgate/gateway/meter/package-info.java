/** What an attempt cost and the event that tells of it; never whether it is allowed. */
@NullMarked
package dev.tollgate.gateway.meter;

import org.jspecify.annotations.NullMarked;
