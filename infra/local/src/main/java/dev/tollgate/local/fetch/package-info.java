/** Brings the backends' binaries into a cache by package name; never starts one and never keeps data. */
@NullMarked
package dev.tollgate.local.fetch;

import org.jspecify.annotations.NullMarked;
