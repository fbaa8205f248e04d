/** Proof of how configuration is read, swapped, refused and kept. */
@NullMarked
package dev.tollgate.gateway.config;

import org.jspecify.annotations.NullMarked;
