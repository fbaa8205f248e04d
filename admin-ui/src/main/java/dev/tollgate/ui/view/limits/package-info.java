/** The page of limits: which there are, how much of each is used, and the form that sets one. */
@NullMarked
package dev.tollgate.ui.view.limits;

import org.jspecify.annotations.NullMarked;
