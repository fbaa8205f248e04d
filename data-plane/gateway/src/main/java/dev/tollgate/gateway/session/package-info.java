/** What a legacy client said at its beginning, carried in the session id that it repeats, so that any replica knows it. Nothing is kept here that another gateway would miss. */
@NullMarked
package dev.tollgate.gateway.session;

import org.jspecify.annotations.NullMarked;
