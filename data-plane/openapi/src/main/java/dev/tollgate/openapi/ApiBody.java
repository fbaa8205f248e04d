package dev.tollgate.openapi;

/**
 * The JSON body of an operation.
 *
 * @param argument the tool's argument that becomes the body
 * @param mediaType what it is sent as
 */
public record ApiBody(String argument, String mediaType, boolean required) {}
