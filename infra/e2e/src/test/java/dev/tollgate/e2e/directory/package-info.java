/** A company's own identity provider and directory, in the part of Okta or Entra ID, with people who join, move and leave. */
@NullMarked
package dev.tollgate.e2e.directory;

import org.jspecify.annotations.NullMarked;
