/** Identifiers as types, so that a tenant can never be passed where a server is meant; nothing here but their own well-formedness. */
@NullMarked
package dev.tollgate.model.id;

import org.jspecify.annotations.NullMarked;
