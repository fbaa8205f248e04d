/** Tollgate as an OAuth client of the providers that upstream servers trust: the protocol alone; nothing is stored, scheduled or published here. */
@NullMarked
package dev.tollgate.control.oauth;

import org.jspecify.annotations.NullMarked;
