/** The page of subjects: whom keys belong to, what stands under what, and which groups come with it; it decides nothing about access. */
@NullMarked
package dev.tollgate.ui.view.subjects;

import org.jspecify.annotations.NullMarked;
