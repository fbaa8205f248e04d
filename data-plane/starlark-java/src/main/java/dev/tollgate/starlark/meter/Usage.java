package dev.tollgate.starlark.meter;

/** What a run has used: steps, bytes over the whole run, calls of the host. */
public record Usage(long steps, long memoryBytes, int hostCalls) {}
