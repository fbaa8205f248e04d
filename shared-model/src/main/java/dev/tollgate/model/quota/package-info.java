/**
 * What both planes must agree on about limits: whom they hold, what they count, when their windows begin and end, and what is
 * said about leases over {@code tollgate.quota.*}; never who decides what.
 */
@NullMarked
package dev.tollgate.model.quota;

import org.jspecify.annotations.NullMarked;
