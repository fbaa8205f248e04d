package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.select.Select;
import dev.tollgate.model.api.ClientMethod;
import org.jspecify.annotations.Nullable;

/** How a client shows who it is, or that it does not; a select has no item for null. */
enum SecretMethod {
    NOTHING("nothing: it has no secret"),
    CLIENT_SECRET_BASIC("a secret, in the Authorization header"),
    CLIENT_SECRET_POST("a secret, in the body"),
    PRIVATE_KEY_JWT("a key that Tollgate makes (private_key_jwt)");

    private final String words;

    SecretMethod(String words) {
        this.words = words;
    }

    static SecretMethod of(@Nullable ClientMethod method) {
        return method == null ? NOTHING : valueOf(method.name());
    }

    /** Shown to a provider by nothing, until another is chosen. */
    static Select<SecretMethod> select(String id, String label) {
        Select<SecretMethod> select = new Select<>();
        select.setId(id);
        select.setLabel(label);
        select.setItems(values());
        select.setItemLabelGenerator(SecretMethod::words);
        select.setValue(NOTHING);
        return select;
    }

    @Nullable
    ClientMethod method() {
        return this == NOTHING ? null : ClientMethod.valueOf(name());
    }

    String words() {
        return words;
    }
}
