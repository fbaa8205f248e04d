/** Moving a tenant from one region to another: when each step may be made; never what regions are told, which is publishing's. */
@NullMarked
package dev.tollgate.control.move;

import org.jspecify.annotations.NullMarked;
