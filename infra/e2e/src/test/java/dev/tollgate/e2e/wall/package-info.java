/** What must not be reachable: revoked keys, tools out of scope, other tenants, rights that a role lacks. */
@NullMarked
package dev.tollgate.e2e.wall;

import org.jspecify.annotations.NullMarked;
