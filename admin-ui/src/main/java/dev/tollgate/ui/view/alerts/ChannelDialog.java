package dev.tollgate.ui.view.alerts;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.model.api.AlertChannel.Kind;
import dev.tollgate.model.api.NewAlertChannel;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a channel, or changes all of one but its kind. */
final class ChannelDialog {
    static final String NAME = "channel-name";
    static final String KIND = "channel-kind";
    static final String URL = "channel-url";
    static final String ADDRESSES = "channel-addresses";
    static final String ENABLED = "channel-enabled";

    private final TollgateApi api;
    private final Optional<AlertChannel> current;
    private final Runnable changed;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final TextField name = fields.add("name", new TextField("Name"));
    private final Select<Kind> kind = fields.add("kind", new Select<>());
    private final TextField url = fields.add("url", new TextField("Address"));
    private final TextField addresses = fields.add("addresses", new TextField("Mail addresses"));
    private final Checkbox enabled = fields.add("enabled", new Checkbox("Alerts go to it"));
    private final FormDialog dialog;

    ChannelDialog(TollgateApi api, Optional<AlertChannel> current, Runnable changed) {
        this.api = api;
        this.current = current;
        this.changed = changed;
        describe();
        current.ifPresent(this::show);
        dialog = new FormDialog(
                        current.map(channel -> "Edit " + channel.name()).orElse("Add a channel"),
                        "Alerts of the tenant go to all channels that are on, and are tried again for about a day.",
                        current.isPresent() ? "Save" : "Add channel",
                        fields,
                        form -> send())
                .with(name, kind, url, addresses, enabled);
    }

    void open() {
        dialog.open();
        name.focus();
    }

    static String words(Kind kind) {
        return switch (kind) {
            case WEBHOOK -> "webhook";
            case EMAIL -> "mail";
        };
    }

    private void describe() {
        name.setId(NAME);
        kind.setId(KIND);
        kind.setLabel("Kind");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(ChannelDialog::words);
        kind.addValueChangeListener(event -> lay(event.getValue()));
        url.setId(URL);
        url.setPlaceholder("https://pager.example/alerts");
        url.setHelperText(
                "Each alert is posted there, signed as Standard Webhooks has it. Ask for the secret afterwards.");
        addresses.setId(ADDRESSES);
        addresses.setHelperText("Up to ten, with commas between.");
        enabled.setId(ENABLED);
        enabled.setValue(true);
        kind.setValue(Kind.WEBHOOK);
    }

    private void lay(Kind chosen) {
        url.setVisible(chosen == Kind.WEBHOOK);
        addresses.setVisible(chosen == Kind.EMAIL);
    }

    private void show(AlertChannel channel) {
        name.setValue(channel.name());
        kind.setValue(channel.kind());
        kind.setReadOnly(true);
        url.setValue(channel.url() == null ? "" : channel.url().toString());
        addresses.setValue(String.join(", ", channel.addresses()));
        enabled.setValue(channel.enabled());
    }

    private void send() {
        fields.clear();
        boolean webhook = kind.getValue() == Kind.WEBHOOK;
        Optional<URI> address = webhook ? address() : Optional.empty();
        if (webhook && address.isEmpty()) {
            fields.refuse("url", "An address such as https://pager.example/alerts.");
            return;
        }
        @Nullable List<String> mails = webhook ? null : mails();
        NewAlertChannel wanted = new NewAlertChannel(
                name.getValue().strip(), kind.getValue(), address.orElse(null), mails, enabled.getValue());
        current.ifPresentOrElse(
                old -> api.replaceAlertChannel(old.id(), IfMatch.version(old.version()), wanted),
                () -> api.createAlertChannel(idempotency.forBody(wanted), wanted));
        dialog.close();
        Notices.done("The channel " + wanted.name() + (current.isPresent() ? " is saved." : " is there. Send a test."));
        changed.run();
    }

    private Optional<URI> address() {
        try {
            return Optional.of(new URI(url.getValue().strip())).filter(URI::isAbsolute);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private List<String> mails() {
        return Arrays.stream(addresses.getValue().split(","))
                .map(String::strip)
                .filter(mail -> !mail.isEmpty())
                .toList();
    }
}
