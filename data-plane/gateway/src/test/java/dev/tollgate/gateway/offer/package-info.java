@NullMarked
package dev.tollgate.gateway.offer;

import org.jspecify.annotations.NullMarked;
