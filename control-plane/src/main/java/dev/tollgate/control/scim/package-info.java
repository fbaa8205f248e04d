/** SCIM 2.0 (RFC 7643, 7644): people and groups as a tenant's own directory keeps them here; how accounts are made and barred is not known here. */
@NullMarked
package dev.tollgate.control.scim;

import org.jspecify.annotations.NullMarked;
