@NullMarked
package dev.tollgate.gateway.upstream.listing;

import org.jspecify.annotations.NullMarked;
