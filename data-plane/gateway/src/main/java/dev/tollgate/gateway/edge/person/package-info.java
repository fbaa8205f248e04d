/** What an agent is told whose person has to see to a connection first: the address of the console's page, and the protocol's words for it; nothing of whether there is one. */
@NullMarked
package dev.tollgate.gateway.edge.person;

import org.jspecify.annotations.NullMarked;
