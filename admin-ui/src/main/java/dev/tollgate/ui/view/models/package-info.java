/** The page of the tenant's models and what their providers take for tokens; what calls come to is on the page of spend. */
@NullMarked
package dev.tollgate.ui.view.models;

import org.jspecify.annotations.NullMarked;
