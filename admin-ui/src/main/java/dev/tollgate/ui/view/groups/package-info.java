/** The page of tool groups: patterns and a preview of what they match; it decides nothing about visibility. */
@NullMarked
package dev.tollgate.ui.view.groups;

import org.jspecify.annotations.NullMarked;
