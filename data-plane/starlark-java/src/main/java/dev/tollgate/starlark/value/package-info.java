/**
 * Starlark's values and what can be done with any of them: equality, order, hashing, arithmetic, indexing, iteration and
 * text, each charged to the meter. Never syntax, names or the methods of types.
 */
@NullMarked
package dev.tollgate.starlark.value;

import org.jspecify.annotations.NullMarked;
