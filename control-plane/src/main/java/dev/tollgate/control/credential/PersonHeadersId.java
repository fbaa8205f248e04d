package dev.tollgate.control.credential;

import java.util.UUID;

/** Whose headers, for which server. */
record PersonHeadersId(UUID serverId, UUID person) {}
