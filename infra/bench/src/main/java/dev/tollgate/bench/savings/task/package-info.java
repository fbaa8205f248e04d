/** What the agents are asked to do, and how they do it in each mode; no counting. */
@NullMarked
package dev.tollgate.bench.savings.task;

import org.jspecify.annotations.NullMarked;
