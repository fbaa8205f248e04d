/** How long a gateway takes from its start to its first right answer; never what the answers cost later. */
@NullMarked
package dev.tollgate.bench.startup;

import org.jspecify.annotations.NullMarked;
