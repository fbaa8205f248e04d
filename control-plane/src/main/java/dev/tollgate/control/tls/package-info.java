/** How servers and Tollgate prove to each other who they are: client certificates and whom a server's own must come from; nothing of what requests carry. */
@NullMarked
package dev.tollgate.control.tls;

import org.jspecify.annotations.NullMarked;
