/** Source text as tokens, tokens as a tree, and names in the tree as variables. Never a value and never a run. */
@NullMarked
package dev.tollgate.starlark.syntax;

import org.jspecify.annotations.NullMarked;
