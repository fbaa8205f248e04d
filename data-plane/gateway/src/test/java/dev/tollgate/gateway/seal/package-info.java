@NullMarked
package dev.tollgate.gateway.seal;

import org.jspecify.annotations.NullMarked;
