/** The page of environments, for those who may change them; no other setting lives here. */
@NullMarked
package dev.tollgate.ui.view.environments;

import org.jspecify.annotations.NullMarked;
