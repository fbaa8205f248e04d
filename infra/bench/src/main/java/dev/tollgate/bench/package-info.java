/** The bench's command line, one command a measurement; never what is measured or how. */
@NullMarked
package dev.tollgate.bench;

import org.jspecify.annotations.NullMarked;
