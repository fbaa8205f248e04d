/** What may be dialled for a tenant: the judgement of URLs and addresses; resolving and dialling are the caller's. */
@NullMarked
package dev.tollgate.model.net;

import org.jspecify.annotations.NullMarked;
