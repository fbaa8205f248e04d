/** What the operator sees of a gateway: health and metrics; nothing of a tenant's content, and no part in any call. */
@NullMarked
package dev.tollgate.gateway.ops;

import org.jspecify.annotations.NullMarked;
