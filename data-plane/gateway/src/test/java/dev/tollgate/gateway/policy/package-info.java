/** Proof of what keys see and how it is listed. */
@NullMarked
package dev.tollgate.gateway.policy;

import org.jspecify.annotations.NullMarked;
