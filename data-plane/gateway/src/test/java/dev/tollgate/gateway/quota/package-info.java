@NullMarked
package dev.tollgate.gateway.quota;

import org.jspecify.annotations.NullMarked;
