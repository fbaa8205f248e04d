package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.outgoing.OutgoingGate;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.NewIdJag;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewPersonExchange;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.oauth.Scopes;
import org.jspecify.annotations.Nullable;

/** What must be true of a sign-in for which the token for the server is asked. No message repeats a value. */
final class GrantRules {
    private static final String EXCHANGE = "oauth.exchange";
    private static final String ID_JAG = "oauth.idJag";

    private GrantRules() {}

    /** Of one whose other fields were checked. Resolves the name of a provider. */
    static void check(NewOauthCredential wanted, OutgoingGate gate) {
        @Nullable NewPersonExchange exchange = wanted.exchange();
        @Nullable NewIdJag idJag = wanted.idJag();
        if (exchange == null && idJag == null) {
            return;
        }
        FieldErrors errors = new FieldErrors();
        if (exchange != null && idJag != null) {
            errors.add(ID_JAG, "stands alone: a sign-in is given for one thing");
        }
        checkSignIn(errors, wanted, exchange != null ? EXCHANGE : ID_JAG);
        errors.throwIfAny();
        if (exchange != null) {
            check(exchange);
        }
        if (idJag != null) {
            check(idJag, gate);
        }
    }

    private static void checkSignIn(FieldErrors errors, NewOauthCredential wanted, String at) {
        if (wanted.who() != OauthCredential.Who.EACH_PERSON) {
            errors.add("oauth.who", "is EACH_PERSON where a sign-in is given for something else");
        }
        if (wanted.clientId() == null) {
            errors.add("oauth.clientId", "must be given: its provider has to know which client may ask that of it");
        }
        if (wanted.resource() != null) {
            errors.add("oauth.resource", "is none of the sign-in: it is given in " + at);
        }
    }

    private static void check(NewPersonExchange wanted) {
        FieldErrors errors = new FieldErrors();
        errors.listSize(EXCHANGE + ".scopes", wanted.scopes(), Scopes.COUNT_MAX);
        errors.throwIfAny();
        CredentialRules.checkAudience(errors, EXCHANGE + ".audience", wanted.audience());
        CredentialRules.checkScopes(errors, EXCHANGE + ".scopes", wanted.scopes());
        CredentialRules.checkResource(errors, EXCHANGE + ".resource", wanted.resource(), wanted.withoutResource());
        errors.throwIfAny();
    }

    private static void check(NewIdJag wanted, OutgoingGate gate) {
        FieldErrors errors = new FieldErrors();
        errors.present(ID_JAG + ".issuer", wanted.issuer());
        errors.present(ID_JAG + ".clientId", wanted.clientId());
        errors.listSize(ID_JAG + ".scopes", wanted.scopes(), Scopes.COUNT_MAX);
        if (wanted.secret() != null && wanted.method() == null) {
            errors.add(ID_JAG + ".method", "must be given with a secret");
        }
        errors.throwIfAny();
        errors.check(ID_JAG + ".issuer", () -> gate.checkSecure(wanted.issuer()));
        errors.check(ID_JAG + ".clientId", () -> new ClientIdentity.Public(wanted.clientId()));
        CredentialRules.checkSecret(errors, ID_JAG + ".secret", wanted.method(), wanted.secret());
        CredentialRules.checkScopes(errors, ID_JAG + ".scopes", wanted.scopes());
        CredentialRules.checkResource(errors, ID_JAG + ".resource", wanted.resource(), wanted.withoutResource());
        errors.throwIfAny();
    }
}
