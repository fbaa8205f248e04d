/** The page of what a tenant decides for itself as a whole; nothing that belongs to one server, key or person. */
@NullMarked
package dev.tollgate.ui.view.settings;

import org.jspecify.annotations.NullMarked;
