@NullMarked
package dev.tollgate.gateway.session;

import org.jspecify.annotations.NullMarked;
