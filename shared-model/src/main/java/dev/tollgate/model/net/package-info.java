/** Which network addresses a tenant's URL may lead to; classification only, dialling is the caller's. */
@NullMarked
package dev.tollgate.model.net;

import org.jspecify.annotations.NullMarked;
