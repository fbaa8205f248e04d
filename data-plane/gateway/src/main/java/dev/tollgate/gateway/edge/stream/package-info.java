/** Streams of events as agents are sent them, and what is kept of a call's stream for an agent whose connection breaks; what a message says, and whether it may be said, is never decided here. */
@NullMarked
package dev.tollgate.gateway.edge.stream;

import org.jspecify.annotations.NullMarked;
