/** Servers that take a provider's tokens for them alone, with a Keycloak that exchanges; never the code flow, nor people. */
@NullMarked
package dev.tollgate.e2e.exchange;

import org.jspecify.annotations.NullMarked;
