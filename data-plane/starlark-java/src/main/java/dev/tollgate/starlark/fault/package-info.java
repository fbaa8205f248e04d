/** The ways in which a run of a script ends early, and hints for the one who wrote it. Never what was measured or computed. */
@NullMarked
package dev.tollgate.starlark.fault;

import org.jspecify.annotations.NullMarked;
