/** The first page: what is set up, what to do next and whether it works; it changes nothing. */
@NullMarked
package dev.tollgate.ui.view.home;

import org.jspecify.annotations.NullMarked;
