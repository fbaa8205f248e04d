@NullMarked
package dev.tollgate.gateway.edge.handed;

import org.jspecify.annotations.NullMarked;
