/** Tests of regions and their gateways' names, without any process. */
@NullMarked
package dev.tollgate.local.region;

import org.jspecify.annotations.NullMarked;
