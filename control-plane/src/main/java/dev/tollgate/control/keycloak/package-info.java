/** The admin REST API of the identity provider's realm: signing in to it, sending, and what its failures are; not what anyone uses it for. */
@NullMarked
package dev.tollgate.control.keycloak;

import org.jspecify.annotations.NullMarked;
