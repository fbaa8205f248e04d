/** Each measurement from its set-up to its section of the report; never the arithmetic of a measurement itself. */
@NullMarked
package dev.tollgate.bench.scenario;

import org.jspecify.annotations.NullMarked;
