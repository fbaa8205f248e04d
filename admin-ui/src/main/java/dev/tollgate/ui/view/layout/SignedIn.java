package dev.tollgate.ui.view.layout;

import com.vaadin.quarkus.annotation.UIScoped;
import dev.tollgate.model.api.Me;
import dev.tollgate.ui.client.TollgateApi;
import jakarta.enterprise.inject.Produces;

/** Asks once a browser tab who is signed in. */
final class SignedIn {
    private SignedIn() {}

    @Produces
    @UIScoped
    static Rights rights(TollgateApi api) {
        Me me = api.me();
        return new Rights(me);
    }
}
