/** The four journeys that must always work, one suite for each kind of user; no fault is injected here. */
@NullMarked
package dev.tollgate.e2e.journey;

import org.jspecify.annotations.NullMarked;
