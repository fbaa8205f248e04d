/** What a person types and sees; never decides how the stack works. */
@NullMarked
package dev.tollgate.local.cli;

import org.jspecify.annotations.NullMarked;
