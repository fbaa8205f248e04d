@NullMarked
package dev.tollgate.starlark.value;

import org.jspecify.annotations.NullMarked;
