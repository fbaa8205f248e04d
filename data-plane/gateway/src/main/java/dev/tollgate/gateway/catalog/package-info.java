/**
 * Tells the control plane what upstreams show: the tools found when it is asked to look, and what they say of the
 * tokens they are sent; never which tools are approved or who sees them.
 */
@NullMarked
package dev.tollgate.gateway.catalog;

import org.jspecify.annotations.NullMarked;
