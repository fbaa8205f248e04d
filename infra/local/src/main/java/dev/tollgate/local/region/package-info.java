/** Which regions a stack has and which gateways serve them; never what a process is told of it. */
@NullMarked
package dev.tollgate.local.region;

import org.jspecify.annotations.NullMarked;
