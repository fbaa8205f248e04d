/** Whose call it is: a presented key or access token against the snapshots; never what the key may do, and never a secret beyond the check. */
@NullMarked
package dev.tollgate.gateway.identity;

import org.jspecify.annotations.NullMarked;
