/** A tenant's environments; what stands in them is not known here. */
@NullMarked
package dev.tollgate.control.environment;

import org.jspecify.annotations.NullMarked;
