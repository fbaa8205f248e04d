/** Servers that people let Tollgate in to at a provider, in the part of a wiki with accounts of its own. */
@NullMarked
package dev.tollgate.e2e.connect;

import org.jspecify.annotations.NullMarked;
