package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.model.api.AlertDelivery;
import dev.tollgate.model.api.NewAlertChannel;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.WebhookSecret;
import dev.tollgate.ui.client.TollgateApi;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts and channels in memory; what is sent arrives at once. */
interface FakeAlerts extends TollgateApi {
    FakeContent content();

    @Override
    default Page<Alert> alerts(@Nullable String search, int limit, @Nullable String cursor) {
        String text = search == null ? "" : search;
        return content()
                .page(
                        content().alerts.stream()
                                .filter(alert -> alert.title().contains(text))
                                .toList(),
                        limit,
                        cursor);
    }

    @Override
    default Page<AlertChannel> alertChannels(int limit, @Nullable String cursor) {
        return content().page(content().alertChannels, limit, cursor);
    }

    @Override
    default AlertChannel createAlertChannel(String idempotencyKey, NewAlertChannel wanted) {
        FakeContent.refuseTaken(wanted.name());
        if (wanted.addresses() != null && !wanted.addresses().toString().contains("@")) {
            throw FakeContent.problem(
                    422,
                    "The request is not valid",
                    List.of(new Problem.FieldError(
                            "addresses[0]", "is one mail address such as finance@acme.example")));
        }
        AlertChannel made = channel(UUID.randomUUID(), wanted, 1);
        content().alertChannels.add(made);
        return content().answer(made);
    }

    @Override
    default AlertChannel replaceAlertChannel(UUID id, String ifMatch, NewAlertChannel wanted) {
        AlertChannel old = FakeContent.one(content().alertChannels, AlertChannel::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content().swap(content().alertChannels, old, channel(id, wanted, old.version() + 1));
    }

    @Override
    default void deleteAlertChannel(UUID id, String ifMatch) {
        AlertChannel old = FakeContent.one(content().alertChannels, AlertChannel::id, id);
        FakeContent.precondition(ifMatch, old.version());
        content().alertChannels.remove(old);
    }

    @Override
    default WebhookSecret renewAlertChannelSecret(UUID id) {
        return new WebhookSecret("whsec_of-"
                + FakeContent.one(content().alertChannels, AlertChannel::id, id).name());
    }

    @Override
    default Alert testAlertChannel(UUID id) {
        AlertChannel channel = FakeContent.one(content().alertChannels, AlertChannel::id, id);
        AlertDelivery delivery =
                new AlertDelivery(id, channel.name(), AlertDelivery.State.DELIVERED, 1, null, null, Demo.NOW);
        Alert alert = new Alert(
                UUID.randomUUID(),
                Alert.Kind.TEST,
                "This is a test",
                "Nothing is to be done.",
                Demo.NOW,
                List.of(delivery));
        content().alerts.addFirst(alert);
        return content().answer(alert);
    }

    private static AlertChannel channel(UUID id, NewAlertChannel wanted, long version) {
        return new AlertChannel(
                id,
                wanted.name(),
                wanted.kind(),
                wanted.url(),
                wanted.addresses() == null ? List.of() : wanted.addresses(),
                wanted.enabled() == null || wanted.enabled(),
                Demo.NOW,
                version);
    }
}
