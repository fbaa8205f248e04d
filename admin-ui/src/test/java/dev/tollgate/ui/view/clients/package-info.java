/** Proof of what the page of clients shows and ends. */
@NullMarked
package dev.tollgate.ui.view.clients;

import org.jspecify.annotations.NullMarked;
