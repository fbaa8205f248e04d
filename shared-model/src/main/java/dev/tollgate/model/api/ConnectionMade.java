package dev.tollgate.model.api;

import java.util.UUID;

/** What a return has come to. */
public record ConnectionMade(UUID server, OauthCredential.Who who, AccessTokenStatus token) {}
