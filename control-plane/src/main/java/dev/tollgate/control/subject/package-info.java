/** Tiers, customers, teams, users, services and model providers: who stands under whom; whose keys are whose is the keys' to say. */
@NullMarked
package dev.tollgate.control.subject;

import org.jspecify.annotations.NullMarked;
