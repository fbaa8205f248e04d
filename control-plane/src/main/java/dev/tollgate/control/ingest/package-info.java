/**
 * Writes each event of the log into ClickHouse once, whatever breaks meanwhile; it answers no request, and nothing here
 * reads what tenants configure.
 */
@NullMarked
package dev.tollgate.control.ingest;

import org.jspecify.annotations.NullMarked;
