/** What upstreams know tenants by: kept sealed, published sealed, never given back. */
@NullMarked
package dev.tollgate.control.credential;

import org.jspecify.annotations.NullMarked;
