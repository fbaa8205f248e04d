/** The page of virtual keys: issuing, rotating and revoking; a secret is shown once and never kept. */
@NullMarked
package dev.tollgate.ui.view.keys;

import org.jspecify.annotations.NullMarked;
