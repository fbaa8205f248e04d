package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.stream.Collectors;

/** The public half of a key that Tollgate made, as its provider takes it. */
final class PublicKeyText extends TextArea {
    /**
     * @param key a JSON Web Key; all members of such a one are plain texts
     */
    PublicKeyText(Map<String, String> key) {
        super("Public key, for the provider");
        setReadOnly(true);
        setValue(key.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\": \"" + member.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}")));
    }
}
