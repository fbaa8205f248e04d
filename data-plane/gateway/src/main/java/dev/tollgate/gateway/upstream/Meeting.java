package dev.tollgate.gateway.upstream;

/** What came of getting to know an upstream. */
public sealed interface Meeting {
    record Met(UpstreamIdentity identity) implements Meeting {}

    record Failed(UpstreamReply.Failure failure) implements Meeting {}
}
