/** Operating-system processes: run, watched, ended, reaped; never knows what runs in one. */
@NullMarked
package dev.tollgate.local.process;

import org.jspecify.annotations.NullMarked;
