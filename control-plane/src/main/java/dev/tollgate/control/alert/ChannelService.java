package dev.tollgate.control.alert;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.model.api.AlertChannel.Kind;
import dev.tollgate.model.api.NewAlertChannel;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Creates, changes, tries and deletes channels. */
@ApplicationScoped
class ChannelService {
    /** Mail that nobody asked for must not be had from here without bound. */
    static final int TESTS_AN_HOUR_MAX = 20;

    private final ChannelRules rules;
    private final AlertStore store;
    private final Alerts alerts;
    private final MasterSeal master;
    private final EntityManager entities;
    private final TenantContext tenant;

    ChannelService(
            ChannelRules rules,
            AlertStore store,
            Alerts alerts,
            MasterSeal master,
            EntityManager entities,
            TenantContext tenant) {
        this.rules = rules;
        this.store = store;
        this.alerts = alerts;
        this.master = master;
        this.entities = entities;
        this.tenant = tenant;
    }

    @Transactional
    Page<AlertChannel> list(PageRequest page) {
        Page<ChannelRow> rows = store.channels(page);
        return new Page<>(rows.items().stream().map(ChannelRow::toApi).toList(), rows.nextCursor());
    }

    @Transactional
    AlertChannel get(UUID id) {
        return existing(id).toApi();
    }

    @Transactional
    AlertChannel create(NewAlertChannel wanted) {
        rules.check(wanted);
        ChannelRules.checkRoom(store.channelCount());
        ChannelRow row = new ChannelRow();
        row.kind = wanted.kind();
        write(row, wanted);
        if (row.kind == Kind.WEBHOOK) {
            giveSecret(row, Signature.newSecret());
        }
        store.add(row);
        entities.flush();
        return row.toApi();
    }

    @Transactional
    AlertChannel update(UUID id, NewAlertChannel wanted, Precondition precondition) {
        precondition.check(existing(id).version());
        rules.check(wanted);
        ChannelRow row = store.lockChannel(id).orElseThrow(Refused::notFound);
        precondition.check(row.version());
        if (row.kind != wanted.kind()) {
            throw Refused.invalid("kind", "cannot be changed; make another channel");
        }
        write(row, wanted);
        entities.flush();
        return row.toApi();
    }

    private static void write(ChannelRow row, NewAlertChannel wanted) {
        row.name = wanted.name();
        row.url = wanted.url() == null ? null : wanted.url().toString();
        row.addresses = wanted.addresses() == null ? List.of() : List.copyOf(wanted.addresses());
        row.enabled = wanted.enabled() == null || wanted.enabled();
    }

    /** Another signing secret, which holds at once. */
    @Transactional
    WebhookSecret secret(UUID id) {
        ChannelRow row = store.lockChannel(id).orElseThrow(Refused::notFound);
        if (row.kind != Kind.WEBHOOK) {
            throw new Refused(new Refusal.WrongState("Mail is not signed; only a webhook has a secret."));
        }
        byte[] secret = Signature.newSecret();
        giveSecret(row, secret);
        return new WebhookSecret(Signature.text(secret));
    }

    private void giveSecret(ChannelRow row, byte[] secret) {
        row.secretVersion++;
        row.sealedBy = master.currentKey();
        row.sealed = master.seal(secret, row.bound(tenant.id()));
    }

    @Transactional
    Alert test(UUID id) {
        ChannelRow row = existing(id);
        if (store.countSince(Alert.Kind.TEST, Times.now().minus(Duration.ofHours(1))) >= TESTS_AN_HOUR_MAX) {
            throw new Refused(
                    new Refusal.WrongState(TESTS_AN_HOUR_MAX + " tests were sent within the last hour; wait a while."));
        }
        AlertRow alert = alerts.raise(
                Alert.Kind.TEST,
                null,
                "This is a test",
                "Somebody tries the channel " + row.name + ". Nothing needs to be done.",
                List.of(row));
        entities.flush();
        return store.alert(alert.id).orElseThrow();
    }

    @Transactional
    void delete(UUID id, Precondition precondition) {
        ChannelRow row = store.lockChannel(id).orElseThrow(Refused::notFound);
        precondition.check(row.version());
        store.remove(row);
    }

    /** Seals anew with the key that seals now; the secret stays. */
    @Transactional
    void sealAgain(UUID id, String masterKey) {
        store.lockChannel(id)
                .filter(row -> row.sealed != null && !row.sealedBy.equals(masterKey))
                .ifPresent(row -> {
                    byte[] secret = master.open(Objects.requireNonNull(row.sealed), row.bound(row.tenant()));
                    row.sealed = master.seal(secret, row.bound(row.tenant()));
                    row.sealedBy = masterKey;
                });
    }

    private ChannelRow existing(UUID id) {
        return store.channel(id).orElseThrow(Refused::notFound);
    }
}
