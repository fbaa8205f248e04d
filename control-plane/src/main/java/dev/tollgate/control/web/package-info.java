/** What every REST resource shares: problems, pages, preconditions and field checks; no feature, no SQL and no tenant. */
@NullMarked
package dev.tollgate.control.web;

import org.jspecify.annotations.NullMarked;
