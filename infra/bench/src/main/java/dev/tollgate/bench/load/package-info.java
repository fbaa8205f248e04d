/** Load as it is made and judged: pace, connections, checked answers and latencies; never who is measured, or how often. */
@NullMarked
package dev.tollgate.bench.load;

import org.jspecify.annotations.NullMarked;
