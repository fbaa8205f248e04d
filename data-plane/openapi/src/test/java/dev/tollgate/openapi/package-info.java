/** Tests of documents as tools and arguments as requests, without a network but a canary that must not be asked. */
@NullMarked
package dev.tollgate.openapi;

import org.jspecify.annotations.NullMarked;
