/** What one upstream lists of one kind, asked for page by page within bounds; no place to keep it, and nothing of who may see it. */
@NullMarked
package dev.tollgate.gateway.upstream.listing;

import org.jspecify.annotations.NullMarked;
