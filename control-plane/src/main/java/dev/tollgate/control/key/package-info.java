/** Virtual keys: issued, rotated, revoked, and what each of them sees; a secret leaves this room once and is never stored. */
@NullMarked
package dev.tollgate.control.key;

import org.jspecify.annotations.NullMarked;
