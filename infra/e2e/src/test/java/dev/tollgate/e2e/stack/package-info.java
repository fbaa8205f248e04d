/** The one running system that all suites share, and how they wait for it; knows no feature of it. */
@NullMarked
package dev.tollgate.e2e.stack;

import org.jspecify.annotations.NullMarked;
