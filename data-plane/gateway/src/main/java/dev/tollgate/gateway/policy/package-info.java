/** What a key sees: its tools by exposed name, compiled once a revision, and lists of them; never who holds the key, nor how a call is carried out. */
@NullMarked
package dev.tollgate.gateway.policy;

import org.jspecify.annotations.NullMarked;
