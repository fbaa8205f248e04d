package dev.tollgate.ui.view.connections;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.NewPersonHeaders;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.PersonHeaders;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The headers that a person gives a server of their own: typed, replaced, taken back, and never shown. */
final class OwnHeaders extends Div {
    static final String SAVE = "connection-headers-save";
    static final String REMOVE = "connection-headers-remove";
    /** With the header's place before it. */
    static final String VALUE = "connection-header-";

    private final TollgateApi api;
    private final Connection connection;
    private final Consumer<Connection> changed;
    private final FormFields fields = new FormFields();
    private final List<PasswordField> values = new ArrayList<>();

    /**
     * @param disconnect asks first
     * @param changed shows what it is now
     */
    OwnHeaders(TollgateApi api, Connection connection, Runnable disconnect, Consumer<Connection> changed) {
        this.api = api;
        this.connection = connection;
        this.changed = changed;
        Div box = Panels.panel(
                "Your headers",
                ConnectionWords.state(connection),
                new Paragraph("This server knows you by a key or token of your own. Type what it gave you: it is stored"
                        + " sealed, goes to this server alone, and is never shown again, to you or anybody else."));
        box.add(form(disconnect));
        add(box);
    }

    private Div form(Runnable disconnect) {
        PersonHeaders own;
        try {
            own = api.ownHeaders(connection.server());
        } catch (ApiProblem problem) {
            Div why = new Div(problem.detail().isEmpty() ? problem.title() : problem.detail());
            why.addClassName("warn-box");
            return why;
        }
        Div form = new Div();
        form.addClassName("form-body");
        own.headers().forEach(header -> form.add(field(header)));
        Button save = new Button("Save", event -> save(own));
        save.setId(SAVE);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = Panels.buttons(save);
        if (ConnectionWords.isMade(connection)) {
            Button remove = new Button("Remove…", event -> disconnect.run());
            remove.setId(REMOVE);
            buttons.add(remove);
        }
        form.add(buttons);
        return form;
    }

    private PasswordField field(PersonHeaders.Header header) {
        int place = values.size();
        PasswordField value = new PasswordField(header.name());
        value.setId(VALUE + place);
        value.setRevealButtonVisible(false);
        value.setAutocomplete(Autocomplete.NEW_PASSWORD);
        if (header.changedAt() != null) {
            value.setPlaceholder("unchanged");
            value.setHelperText(
                    "Given " + Texts.minute(header.changedAt()) + " and not shown. Leave it empty to keep it.");
        } else if (header.name().equalsIgnoreCase("Authorization")) {
            value.setHelperText("The whole value, such as “Bearer”, a blank and your token.");
        }
        String at = "headers[" + place + "]";
        fields.add(at + ".value", value);
        fields.place(at + ".name", value);
        if (place == 0) {
            fields.place("headers", value);
        }
        values.add(value);
        return value;
    }

    private void save(PersonHeaders own) {
        fields.clear();
        List<NewServerCredential.Header> given = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < values.size(); i++) {
            PersonHeaders.Header header = own.headers().get(i);
            String typed = values.get(i).getValue();
            if (typed.isEmpty() && header.changedAt() == null) {
                fields.refuse("headers[" + i + "].value", "Must be given: the server asks each person for it.");
                complete = false;
            }
            given.add(new NewServerCredential.Header(header.name(), typed.isEmpty() ? null : typed));
        }
        if (complete) {
            send(given, own.version());
        }
    }

    private void send(List<NewServerCredential.Header> given, long version) {
        try {
            api.giveOwnHeaders(connection.server(), IfMatch.version(version), new NewPersonHeaders(given));
        } catch (ApiProblem problem) {
            fields.show(problem);
            return;
        }
        Notices.done("Saved. Gateways use them from now on, for the clients that you allow.");
        changed.accept(api.connection(connection.server()));
    }
}
