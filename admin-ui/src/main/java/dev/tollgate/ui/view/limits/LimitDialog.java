package dev.tollgate.ui.view.limits;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets a limit, or changes the name, amount or enforcement of one. */
final class LimitDialog {
    static final String NAME = "limit-name";
    static final String UNIT = "limit-unit";
    static final String AMOUNT = "limit-amount";
    static final String PER_CALL = "limit-per-call";
    static final String ENFORCEMENT = "limit-enforcement";
    static final String ALERTS = "limit-alerts";

    private static final List<Integer> SHARES = List.of(50, 80, 90, 100);
    private static final Set<Integer> SHARES_USUAL = Set.of(50, 80, 100);

    private final TollgateApi api;
    private final Optional<Limit> current;
    private final Runnable changed;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final TextField name = fields.add("name", new TextField("Name"));
    private final SubjectFields subject;
    private final Select<LimitUnit> unit = fields.add("unit", new Select<>());
    private final TextField amount = fields.add("amount", new TextField("Amount"));
    private final IntegerField perCall = fields.add("perCallMax", new IntegerField("At the most for one call"));
    private final WindowFields window = new WindowFields(fields);
    private final Select<Enforcement> enforcement = fields.add("enforcement", new Select<>());
    private final CheckboxGroup<Integer> alerts = fields.add("alertAt", new CheckboxGroup<>());
    private final FormDialog dialog;

    LimitDialog(TollgateApi api, Optional<Limit> current, Runnable changed) {
        this.api = api;
        this.current = current;
        this.changed = changed;
        subject = new SubjectFields(api, fields);
        describe();
        current.ifPresent(this::show);
        dialog = new FormDialog(
                current.map(limit -> "Edit " + limit.name()).orElse("Set a limit"),
                current.isPresent()
                        ? "What was spent stays spent. For another subject or window, set another limit."
                        : "Several limits may hold for one call; it needs room in all of them.",
                current.isPresent() ? "Save" : "Set limit",
                fields,
                form -> send());
        dialog.with(
                name,
                subject.kind,
                subject.which,
                unit,
                amount,
                perCall,
                window.kind,
                window.length,
                window.zone,
                window.weekStart,
                window.yearStart,
                enforcement,
                alerts);
    }

    void open() {
        dialog.open();
        name.focus();
    }

    private void describe() {
        name.setId(NAME);
        name.setHelperText("What this page, alerts and agents that it refuses call it.");
        unit.setId(UNIT);
        unit.setLabel("Counts");
        unit.setItems(LimitUnit.DOLLARS, LimitUnit.CALLS, LimitUnit.TOKENS, LimitUnit.CONCURRENT);
        unit.setItemLabelGenerator(LimitWords::unit);
        perCall.setId(PER_CALL);
        perCall.setMin(1);
        perCall.setClearButtonVisible(true);
        perCall.setPlaceholder("50,000, or the amount if that is less");
        perCall.setHelperText("How many are kept free for each call until it has ended. What it needs beyond that is"
                + " not counted.");
        unit.addValueChangeListener(event -> lay(event.getValue()));
        amount.setId(AMOUNT);
        enforcement.setId(ENFORCEMENT);
        enforcement.setLabel("When nothing is left");
        enforcement.setItems(Enforcement.values());
        enforcement.setItemLabelGenerator(LimitWords::enforcement);
        enforcement.addValueChangeListener(event -> enforcement.setHelperText(
                event.getValue() == Enforcement.HARD
                        ? "No number of gateways lets more through. It begins to count now."
                        : "Calls go through; what was used is shown here."));
        enforcement.setValue(Enforcement.HARD);
        alerts.setId(ALERTS);
        alerts.setLabel("Raise an alert when so much is used");
        alerts.setHelperText("Alerts go to the channels that the tenant has.");
        alerts.setItemLabelGenerator(share -> share + " %");
        alerts.setItems(SHARES);
        alerts.setValue(SHARES_USUAL);
        unit.setValue(LimitUnit.DOLLARS);
    }

    private void lay(LimitUnit chosen) {
        boolean dollars = chosen == LimitUnit.DOLLARS;
        boolean running = chosen == LimitUnit.CONCURRENT;
        window.offer(!running);
        perCall.setVisible(chosen == LimitUnit.TOKENS);
        enforcement.setVisible(!running);
        alerts.setVisible(!running);
        if (running) {
            enforcement.setValue(Enforcement.HARD);
        }
        Span sign = new Span("$");
        amount.setPrefixComponent(dollars ? sign : null);
        amount.setHelperText(
                dollars
                        ? "Up to nine decimals. 0 lets nothing through."
                        : running ? "From 1 to 100,000." : "A whole number. 0 lets nothing through.");
    }

    private void show(Limit limit) {
        name.setValue(limit.name());
        subject.show(limit);
        unit.setValue(limit.unit());
        unit.setReadOnly(true);
        amount.setValue(limit.amount());
        perCall.setValue(limit.perCallMax() == null ? null : Math.toIntExact(limit.perCallMax()));
        window.show(limit.window());
        enforcement.setValue(limit.enforcement());
        alerts.setItems(Stream.concat(SHARES.stream(), limit.alertAt().stream())
                .distinct()
                .sorted()
                .toList());
        alerts.setValue(Set.copyOf(limit.alertAt()));
    }

    private @Nullable Long perCall() {
        @Nullable Integer most = perCall.getValue();
        return unit.getValue() != LimitUnit.TOKENS || most == null ? null : Long.valueOf(most);
    }

    private void send() {
        fields.clear();
        Optional<QuotaSubject> holds = subject.value();
        if (holds.isEmpty()) {
            return;
        }
        NewLimit wanted = new NewLimit(
                name.getValue().strip(),
                holds.get(),
                unit.getValue(),
                window.value(),
                amount.getValue().strip(),
                perCall(),
                enforcement.getValue(),
                unit.getValue() == LimitUnit.CONCURRENT
                        ? List.of()
                        : alerts.getValue().stream().sorted().toList());
        current.ifPresentOrElse(
                old -> api.replaceLimit(old.id(), IfMatch.version(old.version()), wanted),
                () -> api.createLimit(idempotency.forBody(wanted), wanted));
        dialog.close();
        Notices.done("The limit " + wanted.name() + (current.isPresent() ? " is saved." : " holds now."));
        changed.run();
    }
}
