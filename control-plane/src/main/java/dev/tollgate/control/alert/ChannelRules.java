package dev.tollgate.control.alert;

import dev.tollgate.control.outgoing.OutgoingGate;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.AlertChannel.Kind;
import dev.tollgate.model.api.NewAlertChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** What a channel may be. */
@ApplicationScoped
class ChannelRules {
    static final int CHANNELS_MAX = 20;
    static final int ADDRESSES_MAX = 10;

    private static final int NAME_CHARS_MAX = 100;
    private static final int ADDRESS_CHARS_MAX = 254;
    /** Whether there is such an address the mail server finds out; this keeps out what would be read as several, or as a header. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}");

    private final OutgoingGate gate;
    private final Mails mails;

    ChannelRules(OutgoingGate gate, Mails mails) {
        this.gate = gate;
        this.mails = mails;
    }

    /** Resolves names. */
    void check(NewAlertChannel wanted) {
        FieldErrors errors = new FieldErrors();
        errors.text("name", wanted.name(), NAME_CHARS_MAX);
        errors.present("kind", wanted.kind());
        if (wanted.kind() == Kind.WEBHOOK) {
            checkWebhook(errors, wanted);
        } else if (wanted.kind() == Kind.EMAIL) {
            checkMail(errors, wanted);
        }
        errors.throwIfAny();
    }

    static void checkRoom(long channels) {
        if (channels >= CHANNELS_MAX) {
            throw Refused.invalid("name", "would be one channel too many: " + CHANNELS_MAX + " at most; delete one");
        }
    }

    private void checkWebhook(FieldErrors errors, NewAlertChannel wanted) {
        if (wanted.addresses() != null && !wanted.addresses().isEmpty()) {
            errors.add("addresses", "belong to mail; a webhook has a url");
        }
        URI url = wanted.url();
        if (url == null) {
            errors.add("url", "must be given");
        } else {
            errors.check("url", () -> gate.checkSecure(url));
        }
    }

    private void checkMail(FieldErrors errors, NewAlertChannel wanted) {
        if (!mails.isConfigured()) {
            errors.add(
                    "kind", "cannot be mail: this installation has no mail server; use a webhook, or ask its operator");
        }
        if (wanted.url() != null) {
            errors.add("url", "belongs to a webhook; mail has addresses");
        }
        List<String> addresses = wanted.addresses();
        if (addresses == null || addresses.isEmpty()) {
            errors.add("addresses", "must be given");
            return;
        }
        errors.listSize("addresses", addresses, ADDRESSES_MAX);
        for (int i = 0; i < Math.min(addresses.size(), ADDRESSES_MAX); i++) {
            String address = addresses.get(i);
            if (address != null
                    && (address.length() > ADDRESS_CHARS_MAX
                            || !ADDRESS.matcher(address).matches())) {
                errors.add("addresses[" + i + "]", "is one mail address such as finance@acme.example");
            }
        }
    }
}
