/** The virtual key as text: how it is made, read, checked for typos and hashed; never where it is stored or what it may do. */
@NullMarked
package dev.tollgate.model.key;

import org.jspecify.annotations.NullMarked;
