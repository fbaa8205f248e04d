/** A person's connections to servers: made, lent to clients, ended; never anybody else's. */
@NullMarked
package dev.tollgate.ui.view.connections;

import org.jspecify.annotations.NullMarked;
