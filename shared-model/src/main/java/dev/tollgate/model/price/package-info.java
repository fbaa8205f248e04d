/**
 * What a call costs by its price, why, and the most that it can cost, and what its tokens cost at a model's provider: arithmetic on numbers that are given. Nothing here counts
 * tokens, reads a topic or knows whose budget pays.
 */
@NullMarked
package dev.tollgate.model.price;

import org.jspecify.annotations.NullMarked;
