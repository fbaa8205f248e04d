/**
 * Starlark as a library: a program is compiled once and runs any number of times, in an environment of the host's and
 * within limits. Never what a gateway knows: tools, tenants, time.
 */
@NullMarked
package dev.tollgate.starlark;

import org.jspecify.annotations.NullMarked;
