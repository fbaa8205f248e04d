/**
 * What calls cost: the page of a tenant's prices, the operator's of the catalogue, and the form that sets a price, which the
 * pages of servers and tools open too.
 */
@NullMarked
package dev.tollgate.ui.view.prices;

import org.jspecify.annotations.NullMarked;
