/** The page of clients that act for people who signed in with them; never keys. */
@NullMarked
package dev.tollgate.ui.view.clients;

import org.jspecify.annotations.NullMarked;
