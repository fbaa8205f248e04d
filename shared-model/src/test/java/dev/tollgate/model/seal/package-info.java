@NullMarked
package dev.tollgate.model.seal;

import org.jspecify.annotations.NullMarked;
