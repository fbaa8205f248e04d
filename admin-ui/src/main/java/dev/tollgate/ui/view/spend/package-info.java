/** The page of spend: a range, a grouping, a chart, exact totals and a download; no floating point in what is shown. */
@NullMarked
package dev.tollgate.ui.view.spend;

import org.jspecify.annotations.NullMarked;
