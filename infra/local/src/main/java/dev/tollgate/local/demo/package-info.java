/** The demo tenant, laid out over REST as its people would; never a short cut into a database. */
@NullMarked
package dev.tollgate.local.demo;

import org.jspecify.annotations.NullMarked;
