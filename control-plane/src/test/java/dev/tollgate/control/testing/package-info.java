/** What tests of the control plane start and sign in with: a real PostgreSQL and tokens that the application checks for real; no test. */
@NullMarked
package dev.tollgate.control.testing;

import org.jspecify.annotations.NullMarked;
