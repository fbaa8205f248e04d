/** The layout's own rules; never a real port that is fixed. */
@NullMarked
package dev.tollgate.local;

import org.jspecify.annotations.NullMarked;
