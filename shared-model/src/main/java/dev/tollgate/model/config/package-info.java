/** What the control plane publishes to a region, one resource a record; no secret in the clear and nothing that a gateway does not need. */
@NullMarked
package dev.tollgate.model.config;

import org.jspecify.annotations.NullMarked;
