/** OAuth's words as they stand in headers and lists: what servers ask for, and scopes; nothing that asks anybody for anything. */
@NullMarked
package dev.tollgate.model.oauth;

import org.jspecify.annotations.NullMarked;
