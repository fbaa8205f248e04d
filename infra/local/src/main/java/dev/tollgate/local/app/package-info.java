/** The processes that are Tollgate itself, and the demo's upstream: run from what the build left; never a backend. */
@NullMarked
package dev.tollgate.local.app;

import org.jspecify.annotations.NullMarked;
