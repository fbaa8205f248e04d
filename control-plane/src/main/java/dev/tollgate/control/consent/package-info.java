/** Which clients a person lets use their connection to a server; never how a connection comes about. */
@NullMarked
package dev.tollgate.control.consent;

import org.jspecify.annotations.NullMarked;
