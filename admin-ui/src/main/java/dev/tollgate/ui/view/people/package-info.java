/** The page of people: who signs in for the tenant, with which roles; what a role may do is the control plane's to say. */
@NullMarked
package dev.tollgate.ui.view.people;

import org.jspecify.annotations.NullMarked;
