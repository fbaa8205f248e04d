/** Which clients may act for whom: listed as the identity provider has it, ended there and at gateways; never what a client may see. */
@NullMarked
package dev.tollgate.control.grant;

import org.jspecify.annotations.NullMarked;
