/** The tenants' configuration as this gateway serves it: read, checked, swapped, kept on disk and reported; never a decision about a call. */
@NullMarked
package dev.tollgate.gateway.config;

import org.jspecify.annotations.NullMarked;
