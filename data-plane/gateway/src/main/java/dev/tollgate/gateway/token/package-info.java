/**
 * Counts the tokens that calls put into a model's context, on threads of its own, and says what they cost by the tenant's model
 * prices. Nothing here waits, or decides about a call.
 */
@NullMarked
package dev.tollgate.gateway.token;

import org.jspecify.annotations.NullMarked;
