/** How long a list takes for which many upstreams are asked, some of which never answer; never a list of what a gateway knows by itself. */
@NullMarked
package dev.tollgate.bench.fanout;

import org.jspecify.annotations.NullMarked;
