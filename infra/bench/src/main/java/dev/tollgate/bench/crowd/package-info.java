/** What the number of a gateway's tenants changes for one of them: the time of an answer, and of a change; never memory. */
@NullMarked
package dev.tollgate.bench.crowd;

import org.jspecify.annotations.NullMarked;
