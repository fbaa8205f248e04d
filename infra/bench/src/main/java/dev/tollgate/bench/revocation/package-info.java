/** How long a revoked key is still accepted, over the whole stack; never another change of configuration. */
@NullMarked
package dev.tollgate.bench.revocation;

import org.jspecify.annotations.NullMarked;
