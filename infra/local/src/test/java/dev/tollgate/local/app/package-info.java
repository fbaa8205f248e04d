/** Tests of the room of the same name; never a real port that is fixed. */
@NullMarked
package dev.tollgate.local.app;

import org.jspecify.annotations.NullMarked;
