@NullMarked
package dev.tollgate.starlark;

import org.jspecify.annotations.NullMarked;
