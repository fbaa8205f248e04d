/** The one door to ClickHouse: its client, its tables and what it means when it doesn't answer; no rule of any feature. */
@NullMarked
package dev.tollgate.control.clickhouse;

import org.jspecify.annotations.NullMarked;
