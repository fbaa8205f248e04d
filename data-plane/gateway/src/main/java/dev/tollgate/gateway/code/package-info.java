/** Tools as files that agents read, and the scripts by which they call them; never a framework, and never a call's own way. */
@NullMarked
package dev.tollgate.gateway.code;

import org.jspecify.annotations.NullMarked;
