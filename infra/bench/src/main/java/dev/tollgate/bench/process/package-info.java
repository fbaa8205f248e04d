/** Processes under measurement: started on loopback, watched through /proc, always ended; never what they are asked. */
@NullMarked
package dev.tollgate.bench.process;

import org.jspecify.annotations.NullMarked;
