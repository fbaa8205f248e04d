package dev.tollgate.gateway.code;

import dev.tollgate.model.config.ScriptMaxima;

/**
 * What is to be run.
 *
 * @param code as it was sent; untrusted
 * @param holder who shares the places of one: a key's id
 */
public record Script(String code, ScriptTools tools, ScriptMaxima limits, Object holder, Pauses pauses) {}
