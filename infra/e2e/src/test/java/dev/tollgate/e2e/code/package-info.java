/** Tools that are not listed, on the real stack: scripts that call them and the search that finds them. */
@NullMarked
package dev.tollgate.e2e.code;

import org.jspecify.annotations.NullMarked;
