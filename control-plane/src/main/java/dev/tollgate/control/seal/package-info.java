/** Seals tenants' secrets, for the control plane itself and for regions; nothing of what the secrets are for. */
@NullMarked
package dev.tollgate.control.seal;

import org.jspecify.annotations.NullMarked;
