package dev.tollgate.control.oauth;

/** A protected server and the provider that lets clients in to it. */
public record Discovered(Protected server, Provider provider) {}
