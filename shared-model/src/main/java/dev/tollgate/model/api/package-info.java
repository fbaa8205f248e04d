/** The REST API's representations, shared by the control plane that answers and the clients that ask; no behaviour and no rules. */
@NullMarked
package dev.tollgate.model.api;

import org.jspecify.annotations.NullMarked;
