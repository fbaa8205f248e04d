/** Conditions on grants: CEL over the facts of one call, compiled once and bounded in cost; never I/O, and nothing that depends on more than its arguments. */
@NullMarked
package dev.tollgate.model.condition;

import org.jspecify.annotations.NullMarked;
