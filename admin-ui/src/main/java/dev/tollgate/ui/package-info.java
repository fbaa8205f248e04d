/** The console's shell: start-up, security of pages and sessions; no page and no call to the control plane. */
@NullMarked
package dev.tollgate.ui;

import org.jspecify.annotations.NullMarked;
