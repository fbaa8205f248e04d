/** Calls that go on for as long as they are listened to, many at once: whether each hears its own, and what they cost; never calls that are answered. */
@NullMarked
package dev.tollgate.bench.stream;

import org.jspecify.annotations.NullMarked;
