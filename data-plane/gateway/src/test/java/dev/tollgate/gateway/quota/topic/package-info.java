@NullMarked
package dev.tollgate.gateway.quota.topic;

import org.jspecify.annotations.NullMarked;
