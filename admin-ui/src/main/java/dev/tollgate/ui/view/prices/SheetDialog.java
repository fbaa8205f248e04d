package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.tollgate.model.api.PriceSheetOutcome;
import dev.tollgate.model.api.Problem;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets what a CSV sheet of prices names: all of it or nothing. A file fills the field that a sheet can be pasted into too, and
 * what it would do is shown before.
 */
final class SheetDialog {
    static final String FILE = "sheet-file";
    static final String SHEET = "sheet-text";
    static final String CHECK = "sheet-check";
    static final String OUTCOME = "sheet-outcome";
    static final String LINES = "sheet-lines";
    static final String ERRORS = "sheet-errors";

    private static final Pattern LINE = Pattern.compile("^line (\\d{1,9})");

    /** Less than the console takes in one request, and enough for the 5,000 lines that a sheet may have. */
    private static final int FILE_BYTES_MAX = 900 * 1_024;

    private final Sending sending;
    private final Runnable changed;
    private final FormFields fields = new FormFields();
    private final Upload file = new Upload(UploadHandler.inMemory((about, bytes) -> read(bytes)));
    private final TextArea sheet = new TextArea("The sheet, as CSV");
    private final Div outcome = new Div();
    private final FormDialog dialog;

    /** Sends a sheet, or has told what it would do. */
    private interface Sending {
        PriceSheetOutcome send(boolean dryRun, String csv);
    }

    /** Of the organization's own prices. */
    static SheetDialog ofPrices(TollgateApi api, Runnable changed) {
        return new SheetDialog(api::sendPriceSheet, "environment,server,tool,measure,amount", changed);
    }

    /** Of what holds for everybody's. */
    static SheetDialog ofCatalogue(TollgateApi api, Runnable changed) {
        return new SheetDialog(api::sendCatalogueSheet, "address,tool,measure,amount", changed);
    }

    private SheetDialog(Sending sending, String head, Runnable changed) {
        this.sending = sending;
        this.changed = changed;
        prepareFile();
        sheet.setId(SHEET);
        sheet.addClassName("code-area");
        sheet.setPlaceholder(head);
        sheet.setMaxRows(8);
        sheet.setHelperText("From the file, or pasted. Download CSV on the page shows all columns.");
        sheet.addValueChangeListener(event -> {
            sheet.setInvalid(false);
            outcome.removeAll();
        });
        Button check = new Button("Show what it would do", event -> check());
        check.setId(CHECK);
        check.addClassName("at-start");
        outcome.setId(OUTCOME);
        outcome.getElement().setAttribute("role", "status");
        fields.place("sheet", sheet);
        dialog = new FormDialog(
                "Set prices by a sheet",
                "Prices that the sheet does not name stay. If a line is wrong nothing is set.",
                "Set prices",
                fields,
                form -> send());
        dialog.addClassName("sheet-dialog");
        dialog.with(file, sheet, check, outcome);
    }

    private void prepareFile() {
        file.setId(FILE);
        file.setMaxFiles(1);
        file.setMaxFileSize(FILE_BYTES_MAX);
        file.setAcceptedFileTypes(".csv", TollgateApi.CSV);
        file.setUploadButton(new Button("Choose a CSV file…"));
        file.setDropLabel(new Span("or drop it here"));
        // In a request of the page, whose answer shows what came of it: nothing is pushed.
        file.getElement().addEventListener("upload-success", event -> uploaded());
        file.addFileRejectedListener(event -> fields.refuse(
                "sheet", "The file is not taken: it is no CSV file, or has more than 900 KiB. Save the sheet as CSV."));
    }

    /** The text of a file takes the place of what is there. */
    void read(byte[] bytes) {
        sheet.setValue(new String(bytes, StandardCharsets.UTF_8));
    }

    /** What it would do is shown at once, and the next file can come. */
    void uploaded() {
        file.clearFileList();
        check();
    }

    void open() {
        dialog.open();
    }

    private void check() {
        fields.clear();
        try {
            show(sending.send(true, sheet.getValue()));
        } catch (ApiProblem problem) {
            refuse(problem);
        }
    }

    private void send() {
        fields.clear();
        try {
            PriceSheetOutcome done = sending.send(false, sheet.getValue());
            dialog.close();
            Notices.done(summary(done) + ".");
            changed.run();
        } catch (ApiProblem problem) {
            refuse(problem);
        }
    }

    private void show(PriceSheetOutcome would) {
        outcome.removeAll();
        outcome.add(new Paragraph("Would be: " + summary(would) + "."));
        if (would.lines().isEmpty()) {
            return;
        }
        Grid<PriceSheetOutcome.Line> lines = grid(LINES, would.lines());
        lines.addColumn(PriceSheetOutcome.Line::line)
                .setHeader("Line")
                .setWidth("5rem")
                .setFlexGrow(0);
        lines.addComponentColumn(line -> line.tool() == null
                        ? Cells.named(line.server(), "every tool without a price of its own")
                        : Cells.code(line.tool(), line.server()))
                .setHeader("Price of")
                .setFlexGrow(2);
        lines.addColumn(line -> Texts.words(line.effect()))
                .setHeader("Becomes")
                .setWidth("8rem")
                .setFlexGrow(0);
        lines.addComponentColumn(line -> Cells.whole(line.terms()))
                .setHeader("A call costs, in dollars")
                .setFlexGrow(3);
        outcome.add(lines);
    }

    private static String summary(PriceSheetOutcome outcome) {
        return outcome.created() + " created, " + outcome.changed() + " changed, " + outcome.unchanged()
                + " as they are";
    }

    /** Errors name lines and columns of the sheet, which has one field. */
    private void refuse(ApiProblem problem) {
        outcome.removeAll();
        if (problem.fieldErrors().isEmpty()) {
            fields.show(problem);
            return;
        }
        Grid<Problem.FieldError> errors = grid(
                ERRORS,
                problem.fieldErrors().stream()
                        .sorted(Comparator.comparingInt(SheetDialog::line))
                        .toList());
        errors.addColumn(error -> place(error)[0])
                .setHeader("Where")
                .setWidth("5rem")
                .setFlexGrow(0);
        errors.addColumn(error -> place(error)[1])
                .setHeader("Column")
                .setWidth("8rem")
                .setFlexGrow(0);
        errors.addComponentColumn(error -> Cells.whole(error.message()))
                .setHeader("What is wrong")
                .setFlexGrow(1);
        outcome.add(errors);
        fields.refuse("sheet", "Nothing is set: see below.");
    }

    /** {@code line 2: amount} as the line and the column; the column is empty where the whole line is at fault. */
    private static String[] place(Problem.FieldError error) {
        String[] parts = error.field().split(": ", 2);
        return new String[] {parts[0], parts.length > 1 ? parts[1] : ""};
    }

    /** Which line is at fault; before all of them what is wrong with the whole sheet. */
    private static int line(Problem.FieldError error) {
        Matcher line = LINE.matcher(error.field());
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    private static <T> Grid<T> grid(String id, List<T> rows) {
        Grid<T> grid = new Grid<>();
        grid.setId(id);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(rows);
        grid.setHeight("16rem");
        return grid;
    }
}
