/** What an agent's tokens are with many tools, by the way in which it comes to them: the measurement and its tables; no process is started here. */
@NullMarked
package dev.tollgate.bench.savings;

import org.jspecify.annotations.NullMarked;
