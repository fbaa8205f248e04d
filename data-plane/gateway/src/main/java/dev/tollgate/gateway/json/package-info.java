/** JSON and JSON-RPC envelopes as bytes: where their members stand and how to splice them; never a tree, a mapping to objects, or what a method means. */
@NullMarked
package dev.tollgate.gateway.json;

import org.jspecify.annotations.NullMarked;
