/** The built-in functions and the methods of types. Never syntax or variables, and nothing that a host brings. */
@NullMarked
package dev.tollgate.starlark.lib;

import org.jspecify.annotations.NullMarked;
