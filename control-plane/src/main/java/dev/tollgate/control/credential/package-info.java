/** What upstreams know tenants by: kept sealed, renewed, published sealed, never given back; nothing of how providers are spoken to. */
@NullMarked
package dev.tollgate.control.credential;

import org.jspecify.annotations.NullMarked;
