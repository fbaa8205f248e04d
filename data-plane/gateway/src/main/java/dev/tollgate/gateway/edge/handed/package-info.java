/** Which headers of an agent's request its server is given; never a key, in whatever dress, and never the server's own. */
@NullMarked
package dev.tollgate.gateway.edge.handed;

import org.jspecify.annotations.NullMarked;
