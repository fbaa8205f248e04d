/** The connections that a tenant can cause from here: judged, dialled at the very address that was judged, and bounded; nothing of what is fetched is understood here. */
@NullMarked
package dev.tollgate.control.outgoing;

import org.jspecify.annotations.NullMarked;
