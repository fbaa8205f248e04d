/** The control plane as any client of its REST API meets it: bytes out, bytes in; no expectations. */
@NullMarked
package dev.tollgate.e2e.api;

import org.jspecify.annotations.NullMarked;
