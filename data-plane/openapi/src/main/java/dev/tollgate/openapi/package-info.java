/**
 * OpenAPI documents read as tools, and tools' arguments written as HTTP requests. Nothing here opens a connection or a
 * file, and no framework is known.
 */
@NullMarked
package dev.tollgate.openapi;

import org.jspecify.annotations.NullMarked;
