/** A resolved tree as nodes that run, and the functions that it defines. Never text, and no outcome of a run. */
@NullMarked
package dev.tollgate.starlark.eval;

import org.jspecify.annotations.NullMarked;
