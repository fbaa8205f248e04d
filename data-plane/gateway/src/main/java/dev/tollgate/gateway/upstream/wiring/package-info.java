/** Makes the upstreams from the gateway's configuration; nothing that a call passes. */
@NullMarked
package dev.tollgate.gateway.upstream.wiring;

import org.jspecify.annotations.NullMarked;
