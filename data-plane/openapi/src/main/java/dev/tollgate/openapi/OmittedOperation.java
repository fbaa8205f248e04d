package dev.tollgate.openapi;

/**
 * An operation that is no tool.
 *
 * @param method in capitals
 * @param reason the end of a sentence that begins with "it", for an admin
 */
public record OmittedOperation(String method, String path, String reason) {}
