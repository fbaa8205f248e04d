/** A tenant's own identity provider: found by its discovery document, linked to the tenant's organization; its secret only passes through. */
@NullMarked
package dev.tollgate.control.federation;

import org.jspecify.annotations.NullMarked;
