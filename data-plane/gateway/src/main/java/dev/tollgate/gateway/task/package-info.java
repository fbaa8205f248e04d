/** What stands behind the id of a task that an agent carries, and how tasks are written in either era; never which agent may ask for them. */
@NullMarked
package dev.tollgate.gateway.task;

import org.jspecify.annotations.NullMarked;
