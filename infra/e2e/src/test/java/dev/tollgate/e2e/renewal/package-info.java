/** Tokens of servers against a provider that rotates them: one holder, and what becomes of a token whose holder is killed. */
@NullMarked
package dev.tollgate.e2e.renewal;

import org.jspecify.annotations.NullMarked;
