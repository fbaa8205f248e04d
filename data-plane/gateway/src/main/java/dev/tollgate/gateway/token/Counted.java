package dev.tollgate.gateway.token;

import dev.tollgate.model.token.TokenCounts;
import dev.tollgate.model.token.TokenEncoding;

/** Tokens, and how they were counted. */
public record Counted(TokenCounts counts, TokenEncoding encoding) {}
