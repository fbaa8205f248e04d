/** Topics, record keys and codecs between the planes; every byte that crosses Kafka is shaped here and nowhere else. */
@NullMarked
package dev.tollgate.model.wire;

import org.jspecify.annotations.NullMarked;
