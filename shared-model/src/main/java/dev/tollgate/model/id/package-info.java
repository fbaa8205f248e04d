/** Identifiers as types, so that a tenant can never be passed where a key is meant; no behaviour beyond checking themselves. */
@NullMarked
package dev.tollgate.model.id;

import org.jspecify.annotations.NullMarked;
