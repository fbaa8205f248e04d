/** Which limits there are, whom they hold and how much of them is used; keeping them happens in the ledger and at gateways. */
@NullMarked
package dev.tollgate.control.limit;

import org.jspecify.annotations.NullMarked;
