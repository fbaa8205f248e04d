@NullMarked
package dev.tollgate.gateway.catalog.health;

import org.jspecify.annotations.NullMarked;
