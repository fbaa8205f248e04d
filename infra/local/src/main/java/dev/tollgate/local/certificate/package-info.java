/** Certificates and authorities that tests make for themselves, and a service that wants them; never one that anybody else trusts. */
@NullMarked
package dev.tollgate.local.certificate;

import org.jspecify.annotations.NullMarked;
