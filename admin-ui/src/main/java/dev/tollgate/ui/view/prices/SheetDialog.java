package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.PriceSheetOutcome;
import dev.tollgate.model.api.Problem;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Texts;

/** Sets what a CSV sheet of prices names: all of it or nothing. What it would do is shown before. */
final class SheetDialog {
    static final String SHEET = "sheet-text";
    static final String CHECK = "sheet-check";
    static final String OUTCOME = "sheet-outcome";

    /** More than people read at once; the sheet itself has them all. */
    private static final int LINES_SHOWN_MAX = 100;

    private final TollgateApi api;
    private final Runnable changed;
    private final FormFields fields = new FormFields();
    private final TextArea sheet = new TextArea("The sheet, as CSV");
    private final Div outcome = new Div();
    private final FormDialog dialog;

    SheetDialog(TollgateApi api, Runnable changed) {
        this.api = api;
        this.changed = changed;
        sheet.setId(SHEET);
        sheet.addClassName("code-area");
        sheet.setPlaceholder("environment,server,tool,measure,amount");
        sheet.setHelperText("Paste it from your spreadsheet's CSV file. Download CSV above shows all columns.");
        sheet.addValueChangeListener(event -> {
            sheet.setInvalid(false);
            outcome.removeAll();
        });
        Button check = new Button("Show what it would do", event -> check());
        check.setId(CHECK);
        outcome.setId(OUTCOME);
        outcome.getElement().setAttribute("role", "status");
        fields.place("sheet", sheet);
        dialog = new FormDialog(
                "Set prices by a sheet",
                "Prices that the sheet does not name stay. If a line is wrong nothing is set.",
                "Set prices",
                fields,
                form -> send());
        dialog.with(sheet, check, outcome);
    }

    void open() {
        dialog.open();
        sheet.focus();
    }

    private void check() {
        try {
            show(api.sendPriceSheet(true, sheet.getValue()));
        } catch (ApiProblem problem) {
            refuse(problem);
        }
    }

    private void send() {
        try {
            PriceSheetOutcome done = api.sendPriceSheet(false, sheet.getValue());
            dialog.close();
            Notices.done(summary(done) + ".");
            changed.run();
        } catch (ApiProblem problem) {
            refuse(problem);
        }
    }

    private void show(PriceSheetOutcome would) {
        outcome.removeAll();
        UnorderedList lines = new UnorderedList();
        would.lines().stream().limit(LINES_SHOWN_MAX).forEach(line -> lines.add(new ListItem(words(line))));
        outcome.add(new Paragraph("Would be: " + summary(would) + "."), lines);
        if (would.lines().size() > LINES_SHOWN_MAX) {
            outcome.add(new Paragraph("And " + (would.lines().size() - LINES_SHOWN_MAX) + " more."));
        }
    }

    private static String summary(PriceSheetOutcome outcome) {
        return outcome.created() + " created, " + outcome.changed() + " changed, " + outcome.unchanged()
                + " as they are";
    }

    private static String words(PriceSheetOutcome.Line line) {
        return "line " + line.line() + ": "
                + (line.tool() == null ? line.server() : line.tool() + " of " + line.server()) + ", "
                + Texts.words(line.effect()) + ": " + line.terms();
    }

    /** Errors name lines and columns of the sheet, which has one field. */
    private void refuse(ApiProblem problem) {
        outcome.removeAll();
        if (problem.fieldErrors().isEmpty()) {
            fields.show(problem);
            return;
        }
        UnorderedList errors = new UnorderedList();
        for (Problem.FieldError error : problem.fieldErrors()) {
            errors.add(new ListItem(error.field() + ": " + error.message()));
        }
        outcome.add(errors);
        fields.refuse("sheet", "Nothing is set: see below.");
    }
}
