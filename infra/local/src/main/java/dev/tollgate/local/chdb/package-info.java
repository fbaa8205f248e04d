/** The ClickHouse engine's own process: JDK classes and the native library only, never a class of the rest. */
@NullMarked
package dev.tollgate.local.chdb;

import org.jspecify.annotations.NullMarked;
