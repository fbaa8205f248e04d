package dev.tollgate.control.credential;

import dev.tollgate.model.api.ServerCredential.Kind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The kinds whose servers take the very tokens that somebody gets by letting Tollgate in. */
final class OauthKinds {
    private OauthKinds() {}

    @Produces
    @Singleton
    static AccessOf ofTenant(OauthSecrets secrets) {
        return new OauthAccess(Kind.OAUTH, secrets);
    }

    @Produces
    @Singleton
    static AccessOf ofEachPerson(OauthSecrets secrets) {
        return new OauthAccess(Kind.PERSON_OAUTH, secrets);
    }
}
