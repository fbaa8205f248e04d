/** Upstreams by https that want certificates, made for the test; never what requests carry. */
@NullMarked
package dev.tollgate.e2e.tls;

import org.jspecify.annotations.NullMarked;
