/** How changes become records on the configuration topics: published state, outbox, publisher; never what a change means. */
@NullMarked
package dev.tollgate.control.publish;

import org.jspecify.annotations.NullMarked;
