/** Kafka as somebody meets it who may read and write every topic; knows no record's meaning. */
@NullMarked
package dev.tollgate.e2e.broker;

import org.jspecify.annotations.NullMarked;
