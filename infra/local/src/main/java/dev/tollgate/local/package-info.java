/** The embedded stack's root: one room a task below it, and never a line of either plane's own code. */
@NullMarked
package dev.tollgate.local;

import org.jspecify.annotations.NullMarked;
