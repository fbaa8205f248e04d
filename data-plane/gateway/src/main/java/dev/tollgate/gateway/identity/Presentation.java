package dev.tollgate.gateway.identity;

import java.util.List;
import java.util.function.Predicate;

/**
 * How an access token came.
 *
 * @param withProof whether its scheme says that it comes with a proof ({@code DPoP}, not {@code Bearer})
 * @param proofs all that came
 * @param method of the request
 * @param isThisRequest whether a URL, as a proof names it, is where the request came
 */
public record Presentation(boolean withProof, List<String> proofs, String method, Predicate<String> isThisRequest) {
    public Presentation {
        proofs = List.copyOf(proofs);
    }
}
