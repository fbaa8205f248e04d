/** The page of calls as they arrive; it shows records and never contents. */
@NullMarked
package dev.tollgate.ui.view.calls;

import org.jspecify.annotations.NullMarked;
