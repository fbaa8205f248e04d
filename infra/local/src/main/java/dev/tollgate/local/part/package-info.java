/** What every part of the stack has in common and where it keeps things; never anything of one part alone. */
@NullMarked
package dev.tollgate.local.part;

import org.jspecify.annotations.NullMarked;
