/** Tokens that nobody uses any more, until their provider has been told; never one that somebody still uses. */
@NullMarked
package dev.tollgate.control.revoke;

import org.jspecify.annotations.NullMarked;
