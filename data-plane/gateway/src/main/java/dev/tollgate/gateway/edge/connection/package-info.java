/** How many connections may be open, and for how long one may ask for nothing; what a request says, and whose it is, is never looked at here. */
@NullMarked
package dev.tollgate.gateway.edge.connection;

import org.jspecify.annotations.NullMarked;
