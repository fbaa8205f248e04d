package dev.tollgate.model.config;

/** Whether arguments and results of a key's calls are kept. A key can keep less than its environment, never more. */
public enum ContentLogging {
    AS_ENVIRONMENT,
    OFF
}
