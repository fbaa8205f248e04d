/** People who come to the gateway with their own clients and no key: how these sign in, and what is refused. */
@NullMarked
package dev.tollgate.e2e.inbound;

import org.jspecify.annotations.NullMarked;
