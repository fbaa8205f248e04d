/** A person's browser at the console; finds things as a person does and never calls the console's insides. */
@NullMarked
package dev.tollgate.e2e.browser;

import org.jspecify.annotations.NullMarked;
