/** What the gateways say of themselves, as last heard on the status topic; nothing here decides or is stored. */
@NullMarked
package dev.tollgate.control.status;

import org.jspecify.annotations.NullMarked;
