/**
 * The people who sign in for a tenant: who they are, what roles they have, which the identity provider alone keeps, and
 * what of theirs has ended; never what a role may do.
 */
@NullMarked
package dev.tollgate.control.users;

import org.jspecify.annotations.NullMarked;
