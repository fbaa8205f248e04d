/** What the providers of a tenant's models take for tokens; counting them, and what they come to, happens at gateways. */
@NullMarked
package dev.tollgate.control.model;

import org.jspecify.annotations.NullMarked;
