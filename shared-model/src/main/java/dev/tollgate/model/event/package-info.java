/** The record of one attempt to use Tollgate, as it travels to the analytics store; never arguments, results or secrets in the clear. */
@NullMarked
package dev.tollgate.model.event;

import org.jspecify.annotations.NullMarked;
