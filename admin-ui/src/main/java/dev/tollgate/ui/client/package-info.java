/** The console's one way to the control plane: its REST interface and what a refusal means; no Vaadin and no business rule. */
@NullMarked
package dev.tollgate.ui.client;

import org.jspecify.annotations.NullMarked;
