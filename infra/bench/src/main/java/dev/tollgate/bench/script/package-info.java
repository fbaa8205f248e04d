/** What the gateway's own part of a script costs, as JMH measures it; never a process's answer or a socket. */
@NullMarked
package dev.tollgate.bench.script;

import org.jspecify.annotations.NullMarked;
