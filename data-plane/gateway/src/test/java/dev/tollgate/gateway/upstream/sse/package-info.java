@NullMarked
package dev.tollgate.gateway.upstream.sse;

import org.jspecify.annotations.NullMarked;
