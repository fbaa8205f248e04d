/** A control plane in memory, for tests of the console and for looking at it alone; never part of what is shipped. */
@NullMarked
package dev.tollgate.ui.fake;

import org.jspecify.annotations.NullMarked;
