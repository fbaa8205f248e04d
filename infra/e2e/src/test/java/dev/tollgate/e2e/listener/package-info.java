/** What listens, byte for byte on sockets: every port of the stack, and what strangers of ill will get at it. */
@NullMarked
package dev.tollgate.e2e.listener;

import org.jspecify.annotations.NullMarked;
