/** Amounts as whole nano-dollars with exact arithmetic; no floating point and no currency conversion here. */
@NullMarked
package dev.tollgate.model.money;

import org.jspecify.annotations.NullMarked;
