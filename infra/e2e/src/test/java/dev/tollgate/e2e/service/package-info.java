/** Small services of our own behind gateways, as customers have them, which remember what they were sent. */
@NullMarked
package dev.tollgate.e2e.service;

import org.jspecify.annotations.NullMarked;
