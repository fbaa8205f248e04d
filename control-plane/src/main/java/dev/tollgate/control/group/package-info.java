/** Named sets of tools, by pattern; which keys they are attached to is the keys' to say. */
@NullMarked
package dev.tollgate.control.group;

import org.jspecify.annotations.NullMarked;
