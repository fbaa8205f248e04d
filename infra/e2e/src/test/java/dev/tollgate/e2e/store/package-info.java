/** What the analytics store holds, asked past every API, so that a suite can hold the APIs against it; never writes. */
@NullMarked
package dev.tollgate.e2e.store;

import org.jspecify.annotations.NullMarked;
