@NullMarked
package dev.tollgate.gateway.catalog;

import org.jspecify.annotations.NullMarked;
