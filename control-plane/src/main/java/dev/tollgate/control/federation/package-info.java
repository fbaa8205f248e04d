/**
 * A tenant's own identity provider: found by its discovery document, linked to the tenant's organization, closed until
 * it was tried and is live; its secret only passes through.
 */
@NullMarked
package dev.tollgate.control.federation;

import org.jspecify.annotations.NullMarked;
