/** A tenant that asks for many times its share, and what its neighbour notices of it. */
@NullMarked
package dev.tollgate.bench.overload;

import org.jspecify.annotations.NullMarked;
