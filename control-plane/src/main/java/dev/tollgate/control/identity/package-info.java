/** Who is asking and for which tenant; never what a role may do, which stands on each resource. */
@NullMarked
package dev.tollgate.control.identity;

import org.jspecify.annotations.NullMarked;
