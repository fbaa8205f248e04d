/** What calls cost: the page of prices, and the form that sets one, which the pages of servers and tools open too. */
@NullMarked
package dev.tollgate.ui.view.prices;

import org.jspecify.annotations.NullMarked;
