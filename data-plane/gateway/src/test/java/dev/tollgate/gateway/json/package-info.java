/** Proof that the scanner takes what JSON is and nothing else; no other package's behaviour. */
@NullMarked
package dev.tollgate.gateway.json;

import org.jspecify.annotations.NullMarked;
