/** What stands before every upstream and keeps watch that nothing which agents present to Tollgate ever reaches one. */
@NullMarked
package dev.tollgate.e2e.recorder;

import org.jspecify.annotations.NullMarked;
