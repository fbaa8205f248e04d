package dev.tollgate.control.alert;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.model.api.Alert;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where alerts are raised. They are on their way once the transaction is done that raised them. */
@ApplicationScoped
public class Alerts {
    private static final int TITLE_CHARS_MAX = 200;
    private static final int TEXT_CHARS_MAX = 2_000;

    private final AlertStore store;

    Alerts(AlertStore store) {
        this.store = store;
    }

    /**
     * Raises an alert on all channels that are enabled; without any it stands in the list alone.
     *
     * @param occasion what it is raised for but once; null: each time
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void raise(Alert.Kind kind, @Nullable String occasion, String title, String text) {
        if (occasion == null || !store.wasRaised(occasion)) {
            raise(kind, occasion, title, text, store.enabledChannels());
        }
    }

    AlertRow raise(Alert.Kind kind, @Nullable String occasion, String title, String text, List<ChannelRow> channels) {
        AlertRow alert = new AlertRow();
        alert.kind = kind;
        alert.occasion = occasion;
        alert.title = cut(title, TITLE_CHARS_MAX);
        alert.text = cut(text, TEXT_CHARS_MAX);
        store.add(alert);
        Instant now = Times.now();
        for (ChannelRow channel : channels) {
            DeliveryRow delivery = new DeliveryRow();
            delivery.alertId = alert.id;
            delivery.channelId = channel.id;
            delivery.nextAt = now;
            store.add(delivery);
        }
        return alert;
    }

    private static String cut(String text, int charsMax) {
        return text.length() <= charsMax ? text : text.substring(0, charsMax - 1) + "…";
    }
}
