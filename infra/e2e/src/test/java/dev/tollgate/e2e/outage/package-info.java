/** Processes killed under use, and what must still hold afterwards; every suite leaves the stack whole. */
@NullMarked
package dev.tollgate.e2e.outage;

import org.jspecify.annotations.NullMarked;
