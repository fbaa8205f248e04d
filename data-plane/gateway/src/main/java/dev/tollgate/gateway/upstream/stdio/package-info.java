/** Upstream servers that are processes on the gateway's host, supervised and spoken to over their pipes; which commands there are is the operator's to say. */
@NullMarked
package dev.tollgate.gateway.upstream.stdio;

import org.jspecify.annotations.NullMarked;
