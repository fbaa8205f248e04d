/** Tenants, created by the operator, and who a signed-in person is; nothing that a tenant holds. */
@NullMarked
package dev.tollgate.control.tenant;

import org.jspecify.annotations.NullMarked;
