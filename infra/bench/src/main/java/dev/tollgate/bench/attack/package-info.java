/** Scripts that want more than they may have, sent again and again, and how they end; never what somebody else notices of them. */
@NullMarked
package dev.tollgate.bench.attack;

import org.jspecify.annotations.NullMarked;
