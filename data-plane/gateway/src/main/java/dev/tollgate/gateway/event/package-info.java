/** Numbers tool-call events, keeps them on disk until Kafka has them, and sends them in order; never what an event means or whether a call is allowed. */
@NullMarked
package dev.tollgate.gateway.event;

import org.jspecify.annotations.NullMarked;
