/** How upstreams do, in words that both planes share: states, stages and causes, never a word of an upstream's own. */
@NullMarked
package dev.tollgate.model.health;

import org.jspecify.annotations.NullMarked;
