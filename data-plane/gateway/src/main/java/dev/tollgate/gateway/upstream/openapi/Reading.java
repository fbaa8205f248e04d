package dev.tollgate.gateway.upstream.openapi;

/** What came of reading a service's document. */
sealed interface Reading {
    record Read(Document document) implements Reading {}

    record Failed(WebReply.Failed failure) implements Reading {}
}
