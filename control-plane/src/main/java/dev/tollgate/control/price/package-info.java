/** What calls cost, as tenants say or else the operator's catalogue; charging for them happens elsewhere. */
@NullMarked
package dev.tollgate.control.price;

import org.jspecify.annotations.NullMarked;
