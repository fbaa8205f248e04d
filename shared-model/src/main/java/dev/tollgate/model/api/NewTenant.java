package dev.tollgate.model.api;

/**
 * A tenant to be created by the operator.
 *
 * @param slug also the alias of its organization at the identity provider
 */
public record NewTenant(String slug, String name, String region) {}
