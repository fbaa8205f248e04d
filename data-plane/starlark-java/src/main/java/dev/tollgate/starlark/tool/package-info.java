/** The command: run a file, or try lines one by one. The only room that reads files and writes to the terminal. */
@NullMarked
package dev.tollgate.starlark.tool;

import org.jspecify.annotations.NullMarked;
