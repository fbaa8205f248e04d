/** The page of the tenant's own identity provider; it never shows the secret that it sends, and signs nobody in. */
@NullMarked
package dev.tollgate.ui.view.identity;

import org.jspecify.annotations.NullMarked;
