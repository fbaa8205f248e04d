/**
 * How many tokens a call puts into a model's context, as they stand on its event: numbers that are given. Nothing here counts
 * tokens, and what they cost is said with prices.
 */
@NullMarked
package dev.tollgate.model.token;

import org.jspecify.annotations.NullMarked;
