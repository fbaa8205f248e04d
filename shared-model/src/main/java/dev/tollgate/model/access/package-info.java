/** The one rule of what an agent may see: patterns, exposed names, visibility, and how tools are shown and asked about, shared by the gateway that enforces it and the console that explains it; no I/O. */
@NullMarked
package dev.tollgate.model.access;

import org.jspecify.annotations.NullMarked;
