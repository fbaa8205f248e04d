package dev.tollgate.ui.view.limits;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitOverride;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.api.NewLimitOverride;
import dev.tollgate.model.api.WithdrawLimitOverride;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a limit another amount for some of its windows, and takes such amounts back. */
final class OverrideDialog {
    static final String AMOUNT = "override-amount";
    static final String WINDOWS = "override-windows";
    static final String FROM = "override-from";
    static final String WITHDRAW = "override-withdraw";

    private final TollgateApi api;
    private final Limit limit;
    private final Runnable changed;
    private final FormFields fields = new FormFields();
    private final TextField amount = fields.add("amount", new TextField("Amount"));
    private final IntegerField windows = fields.add("windows", new IntegerField("For how many windows"));
    private final DatePicker from = fields.add("from", new DatePicker("From (optional)"));
    private final FormDialog dialog;

    OverrideDialog(TollgateApi api, Limit limit, Runnable changed) {
        this.api = api;
        this.limit = limit;
        this.changed = changed;
        describe();
        dialog = new FormDialog(
                "Another amount for " + limit.name(),
                "Within " + LimitWords.window(limit.window()) + ". Afterwards the limit's own amount, "
                        + limit.unit().words(limit.amount()) + ", holds again.",
                "Set amount",
                fields,
                form -> send());
        dialog.with(amount, windows, from);
        limit.overrides().forEach(one -> dialog.with(row(one)));
    }

    void open() {
        dialog.open();
        amount.focus();
    }

    private void describe() {
        amount.setId(AMOUNT);
        amount.setHelperText("In the limit's own unit. 0 lets nothing through.");
        windows.setId(WINDOWS);
        windows.setMin(1);
        windows.setValue(1);
        windows.setStepButtonsVisible(true);
        windows.setHelperText("The first is the one that is now, or that of the day below.");
        from.setId(FROM);
        from.setPlaceholder("now");
        from.setClearButtonVisible(true);
    }

    private Component row(LimitOverride override) {
        Button withdraw = new Button("Withdraw", event -> withdraw(override));
        withdraw.setId(WITHDRAW + "-" + override.id());
        Div row = new Div(new Span(LimitWords.override(limit.unit(), override, Instant.now())), withdraw);
        row.addClassName("cell-stack");
        return row;
    }

    private void withdraw(LimitOverride override) {
        try {
            api.withdrawLimitOverride(
                    limit.id(), IfMatch.version(limit.version()), new WithdrawLimitOverride(override.id()));
        } catch (ApiProblem problem) {
            fields.show(problem);
            return;
        }
        finish("The limit's own amount holds instead.");
    }

    private void send() {
        fields.clear();
        api.overrideLimit(
                limit.id(),
                IfMatch.version(limit.version()),
                new NewLimitOverride(amount.getValue().strip(), windows.getValue(), begins()));
        finish("The limit " + limit.name() + " has another amount for a while.");
    }

    private @Nullable Instant begins() {
        @Nullable LocalDate day = from.getValue();
        return day == null ? null : day.atStartOfDay(zone(limit.window())).toInstant();
    }

    /** A day is one of the limit's own. */
    private static ZoneId zone(@Nullable LimitWindow window) {
        return window == null || window.zone() == null
                ? Texts.zone()
                : ZoneId.of(Objects.requireNonNull(window.zone()));
    }

    private void finish(String message) {
        dialog.close();
        Notices.done(message);
        changed.run();
    }
}
