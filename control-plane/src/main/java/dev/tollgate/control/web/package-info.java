/** What every REST resource shares: problems, pages, preconditions, field checks and how answers end; no feature, no SQL and no tenant. */
@NullMarked
package dev.tollgate.control.web;

import org.jspecify.annotations.NullMarked;
