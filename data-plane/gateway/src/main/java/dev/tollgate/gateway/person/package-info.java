/** People's own connections to servers, as the control plane tells of them one by one; nothing of how a server is reached, nor of what an agent is told. */
@NullMarked
package dev.tollgate.gateway.person;

import org.jspecify.annotations.NullMarked;
