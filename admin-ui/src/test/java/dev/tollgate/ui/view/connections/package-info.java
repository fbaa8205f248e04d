/** The pages of connections, with a control plane in memory. */
@NullMarked
package dev.tollgate.ui.view.connections;

import org.jspecify.annotations.NullMarked;
