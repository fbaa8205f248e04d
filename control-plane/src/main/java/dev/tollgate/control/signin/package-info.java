/** How people come to gateways without a key: the realm's issuer and signing keys, published for each tenant; never who they are or what they may do. */
@NullMarked
package dev.tollgate.control.signin;

import org.jspecify.annotations.NullMarked;
