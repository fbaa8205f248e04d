/** Tests of the room of the same name; never a real port that is fixed. */
@NullMarked
package dev.tollgate.local.fetch;

import org.jspecify.annotations.NullMarked;
