package dev.tollgate.control.alert;

import dev.tollgate.control.settings.TenantCalendar;
import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.AlertChannel;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert and where it is to be sent, read before anybody is dialled.
 *
 * @param id of the delivery, the same at each attempt
 * @param sealed a webhook's secret
 * @param calendar the tenant's
 */
record Message(
        UUID id,
        AlertChannel.Kind channel,
        @Nullable URI url,
        List<String> addresses,
        byte[] sealed,
        String bound,
        UUID alert,
        Alert.Kind kind,
        String title,
        String text,
        Instant raisedAt,
        TenantCalendar calendar) {
    static Message of(DeliveryRow delivery, ChannelRow channel, AlertRow alert, TenantCalendar calendar) {
        return new Message(
                delivery.id,
                channel.kind,
                channel.url == null ? null : URI.create(channel.url),
                channel.addresses,
                channel.sealed == null ? new byte[0] : channel.sealed,
                channel.bound(channel.tenant()),
                alert.id,
                alert.kind,
                alert.title,
                alert.text,
                alert.createdAt(),
                calendar);
    }

    @Override
    public String toString() {
        return "message " + id + " of alert " + alert;
    }
}
