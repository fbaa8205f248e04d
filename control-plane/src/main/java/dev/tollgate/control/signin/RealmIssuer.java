package dev.tollgate.control.signin;

import java.util.Optional;

/** The realm as an issuer of tokens. */
interface RealmIssuer {
    /** As it was when it was last asked; empty until it was reached once. */
    Optional<Issuer> latest();

    /** Asks it. Refused if it is away; what was known before stays known then. */
    Issuer ask();
}
