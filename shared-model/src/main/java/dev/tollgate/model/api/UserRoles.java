package dev.tollgate.model.api;

import java.util.List;

/**
 * The roles that someone is to have.
 *
 * @param roles at least one of owner, admin, tool-admin, finance, auditor, viewer
 */
public record UserRoles(List<String> roles) {}
