/** A tenant of its own for each suite, with people of every role and what they set up; never a tenant that another suite uses. */
@NullMarked
package dev.tollgate.e2e.company;

import org.jspecify.annotations.NullMarked;
