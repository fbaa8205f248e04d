/** What was spent, from the hourly roll-up, as reports and downloads; nothing here prices a call. */
@NullMarked
package dev.tollgate.control.spend;

import org.jspecify.annotations.NullMarked;
