/** Tells the control plane how upstreams do in this gateway's calls, so often and no more often; it decides nothing about calls. */
@NullMarked
package dev.tollgate.gateway.catalog.health;

import org.jspecify.annotations.NullMarked;
