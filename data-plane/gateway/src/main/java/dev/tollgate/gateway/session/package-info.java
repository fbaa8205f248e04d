/** What a legacy client said at its beginning, carried in the session id that it repeats, so that any replica knows it. What it says later goes to all gateways of the region. */
@NullMarked
package dev.tollgate.gateway.session;

import org.jspecify.annotations.NullMarked;
