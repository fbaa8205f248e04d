/** Tells people of a tenant what they should know of now, on their webhooks and by mail, until it has arrived or is given up. */
@NullMarked
package dev.tollgate.control.alert;

import org.jspecify.annotations.NullMarked;
