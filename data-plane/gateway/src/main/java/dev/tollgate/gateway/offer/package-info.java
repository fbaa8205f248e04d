/**
 * What servers offer besides tools: prompts, resources and resource templates, asked for when an agent lists them and
 * kept for a moment. Nothing here knows who may see what.
 */
@NullMarked
package dev.tollgate.gateway.offer;

import org.jspecify.annotations.NullMarked;
