/** Budgets that several live gateways share, and what finance, agents and whoever is on call see of them. */
@NullMarked
package dev.tollgate.e2e.money;

import org.jspecify.annotations.NullMarked;
