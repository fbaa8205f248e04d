/** People who come through a tenant's own provider by themselves: seen from what the realm tells of sign-ins, and made users of the tenant; nothing of how anyone signs in. */
@NullMarked
package dev.tollgate.control.arrival;

import org.jspecify.annotations.NullMarked;
