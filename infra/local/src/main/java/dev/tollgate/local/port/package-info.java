/** Ports of this machine: which are free, who holds one, which of ours is which; never opens a connection. */
@NullMarked
package dev.tollgate.local.port;

import org.jspecify.annotations.NullMarked;
