/** What policy and limits cost one call inside the gateway, as JMH measures it; never a process or a socket. */
@NullMarked
package dev.tollgate.bench.admission;

import org.jspecify.annotations.NullMarked;
