/** People sent to the providers of servers, and what they come back with; never how a token is kept or renewed. */
@NullMarked
package dev.tollgate.control.connect;

import org.jspecify.annotations.NullMarked;
