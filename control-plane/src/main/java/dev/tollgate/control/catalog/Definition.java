package dev.tollgate.control.catalog;

/**
 * A tool definition as a server sent it.
 *
 * @param text a JSON object, byte for byte
 * @param hash its {@link dev.tollgate.model.config.DefinitionHash}
 */
record Definition(String text, String hash) {}
