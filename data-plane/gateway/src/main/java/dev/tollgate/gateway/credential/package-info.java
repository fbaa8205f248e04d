/** What upstreams know tenants by, opened when a snapshot is taken, renewed in place and kept in memory alone; nothing of how an upstream is reached. */
@NullMarked
package dev.tollgate.gateway.credential;

import org.jspecify.annotations.NullMarked;
