/** Proof of which keys are taken and why others are not. */
@NullMarked
package dev.tollgate.gateway.identity;

import org.jspecify.annotations.NullMarked;
