/** What the made-up servers offer, read from the catalogue, and the definitions of tools that are made of it; no data and no calls. */
@NullMarked
package dev.tollgate.bench.savings.catalogue;

import org.jspecify.annotations.NullMarked;
