/** The four real backends, each in its own process; never a class of theirs on our class path but their clients. */
@NullMarked
package dev.tollgate.local.backend;

import org.jspecify.annotations.NullMarked;
