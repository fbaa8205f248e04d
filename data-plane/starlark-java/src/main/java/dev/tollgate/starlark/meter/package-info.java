/** What a run may use and has used. Never what it computes. */
@NullMarked
package dev.tollgate.starlark.meter;

import org.jspecify.annotations.NullMarked;
