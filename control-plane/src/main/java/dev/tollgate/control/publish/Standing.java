package dev.tollgate.control.publish;

/**
 * Where a tenant's configuration stands, on a topic or in the table; equal in both if the topic is complete.
 *
 * @param digest over the resources, not as the head says but as they are
 * @param connections digest over people's connections
 */
record Standing(long epoch, long revision, String digest, String connections) {}
