/** The bounds of every HTTP listener: who may connect, for how long one may ask for nothing, which hosts and pages are spoken to; what a request asks, and whose it is, is never looked at here. */
@NullMarked
package dev.tollgate.listener;

import org.jspecify.annotations.NullMarked;
