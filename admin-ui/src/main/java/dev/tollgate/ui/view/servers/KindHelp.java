package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tollgate.model.api.ServerCredential.Kind;

/** What a kind of credential is for, and where there is more about it. */
final class KindHelp extends Composite<Div> {
    static final String ID = "credential-help";

    private final Paragraph words = new Paragraph();
    private final Anchor more = new Anchor(page(Kind.NONE), "More about it, with an example", AnchorTarget.BLANK);

    KindHelp() {
        more.setRouterIgnore(true);
        words.addClassName("secondary");
        getContent().setId(ID);
        getContent().addClassName("kind-help");
        getContent().add(words, more);
    }

    void show(Kind kind) {
        words.setText(of(kind));
        more.setHref(page(kind));
    }

    /** The documentation that comes with this console, as text. */
    static String page(Kind kind) {
        return switch (kind) {
            case NONE -> "docs/credentials.md";
            case HEADERS -> "docs/credentials/static-headers.md";
            case PERSON_HEADERS -> "docs/credentials/each-persons-headers.md";
            case CLIENT_CREDENTIALS -> "docs/credentials/client-credentials.md";
            case TOKEN_EXCHANGE -> "docs/credentials/token-exchange.md";
            case OAUTH, PERSON_OAUTH -> "docs/credentials/oauth.md";
            case PERSON_TOKEN_EXCHANGE -> "docs/credentials/each-persons-token-exchange.md";
            case PERSON_ID_JAG -> "docs/credentials/id-jag.md";
        };
    }

    static String name(Kind kind) {
        return switch (kind) {
            case NONE -> "None";
            case HEADERS -> "Headers";
            case PERSON_HEADERS -> "Headers, each person's own";
            case CLIENT_CREDENTIALS -> "Client credentials";
            case TOKEN_EXCHANGE -> "Token exchange";
            case OAUTH, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG -> "OAuth, where somebody lets Tollgate in";
        };
    }

    private static String of(Kind kind) {
        return switch (kind) {
            case NONE -> "The server is open, or on a private network. What was stored is forgotten.";
            case HEADERS ->
                "For API keys and tokens of the organization's. Gateways send these headers with each request to the"
                        + " server, and to no other. A header without a name is taken away.";
            case PERSON_HEADERS ->
                "For servers that are to know who asks, where each person has a key or token of their own. Each gives"
                        + " theirs on their page Connections, and calls are made with the caller's.";
            case CLIENT_CREDENTIALS ->
                "For servers that take OAuth tokens of the organization's, from a provider where you have a client."
                        + " Tollgate asks for the tokens and renews them.";
            case TOKEN_EXCHANGE ->
                "As client credentials, where the provider gives the server's token only for another one (RFC 8693).";
            case OAUTH, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG ->
                "For servers that let people in: one account for the organization, or each person's own. Saving ends"
                        + " what was connected before.";
        };
    }
}
