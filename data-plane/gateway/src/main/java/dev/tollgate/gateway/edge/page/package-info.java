/** What browsers must be told before they let a page call; which pages may is decided elsewhere. */
@NullMarked
package dev.tollgate.gateway.edge.page;

import org.jspecify.annotations.NullMarked;
