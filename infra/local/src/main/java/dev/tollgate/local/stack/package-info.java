/** The whole stack: which parts, in which order, started, watched and stopped; never how one part works inside. */
@NullMarked
package dev.tollgate.local.stack;

import org.jspecify.annotations.NullMarked;
