/** What calls cost; charging for them happens elsewhere. */
@NullMarked
package dev.tollgate.control.price;

import org.jspecify.annotations.NullMarked;
