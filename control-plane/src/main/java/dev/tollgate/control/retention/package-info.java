/** Deletes what has been kept for as long as it is of use; nothing here decides on anything that is still in force. */
@NullMarked
package dev.tollgate.control.retention;

import org.jspecify.annotations.NullMarked;
