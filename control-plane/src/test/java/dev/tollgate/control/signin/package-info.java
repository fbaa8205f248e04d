/** Proof that gateways learn of the realm's signing keys, and of no others. */
@NullMarked
package dev.tollgate.control.signin;

import org.jspecify.annotations.NullMarked;
