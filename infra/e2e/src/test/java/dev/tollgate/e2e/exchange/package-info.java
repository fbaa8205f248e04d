/** Servers that take tokens for them alone, which providers give for Tollgate's own or for a person's sign-in; never the console. */
@NullMarked
package dev.tollgate.e2e.exchange;

import org.jspecify.annotations.NullMarked;
