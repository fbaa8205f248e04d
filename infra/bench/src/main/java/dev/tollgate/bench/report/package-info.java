/** What was measured, as people read it: medians, numbers, tables, the report's file; never a measurement. */
@NullMarked
package dev.tollgate.bench.report;

import org.jspecify.annotations.NullMarked;
