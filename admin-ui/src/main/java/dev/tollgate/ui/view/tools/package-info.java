/** The page of tools: what a server says of them, what changed, approval and retirement; upstream text is shown as text only. */
@NullMarked
package dev.tollgate.ui.view.tools;

import org.jspecify.annotations.NullMarked;
