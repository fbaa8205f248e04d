/** Proof of who sees and ends which client's access. */
@NullMarked
package dev.tollgate.control.grant;

import org.jspecify.annotations.NullMarked;
