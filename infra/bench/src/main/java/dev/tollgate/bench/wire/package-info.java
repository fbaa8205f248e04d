/** HTTP/1.1 and JSON-RPC as bytes, for the stub and the load generator alike: finding members and reading messages without building objects; never a server, a client or a clock. */
@NullMarked
package dev.tollgate.bench.wire;

import org.jspecify.annotations.NullMarked;
