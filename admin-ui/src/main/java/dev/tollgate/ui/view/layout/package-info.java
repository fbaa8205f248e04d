/** What every page of the console shares: the frame, navigation, headings, empty states, messages and how values are written; no page of its own but the refusals. */
@NullMarked
package dev.tollgate.ui.view.layout;

import org.jspecify.annotations.NullMarked;
