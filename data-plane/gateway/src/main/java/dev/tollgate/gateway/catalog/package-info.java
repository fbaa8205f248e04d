/** Looks at an upstream when asked and reports the tools found; never which of them are approved or who sees them. */
@NullMarked
package dev.tollgate.gateway.catalog;

import org.jspecify.annotations.NullMarked;
