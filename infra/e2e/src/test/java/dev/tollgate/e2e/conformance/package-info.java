/** The protocol project's own conformance suite against a running gateway; no expectation of ours but that it finds nothing. */
@NullMarked
package dev.tollgate.e2e.conformance;

import org.jspecify.annotations.NullMarked;
