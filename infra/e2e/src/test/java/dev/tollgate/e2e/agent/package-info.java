/** The agents that people really use, as their makers ship them, each run as a process; no protocol knowledge of our own. */
@NullMarked
package dev.tollgate.e2e.agent;

import org.jspecify.annotations.NullMarked;
