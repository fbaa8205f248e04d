/** Recorded calls as people read them: listed, one by one, and exported for auditors; nothing here writes an event. */
@NullMarked
package dev.tollgate.control.calls;

import org.jspecify.annotations.NullMarked;
