package dev.tollgate.ui.view.prices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewQuote;
import dev.tollgate.model.api.Quote;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormFields;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a call would cost by terms that nobody has set yet. */
final class QuotePanel extends Composite<Details> {
    static final String ARGUMENTS = "quote-arguments";
    static final String RESULT = "quote-result";
    static final String MILLIS = "quote-millis";
    static final String BEFORE = "quote-before";
    static final String ASK = "quote-ask";
    static final String ANSWER = "quote-answer";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TollgateApi api;
    private final FormFields fields;
    private final Supplier<Optional<PriceTerms>> terms;
    private final TextArea arguments;
    private final TextArea result;
    private final TextField millis;
    private final TextField before;
    private final Paragraph answer = new Paragraph();

    QuotePanel(TollgateApi api, FormFields fields, Supplier<Optional<PriceTerms>> terms) {
        this.api = api;
        this.fields = fields;
        this.terms = terms;
        arguments = fields.add("arguments", new TextArea("Arguments (JSON, optional)"));
        result = fields.add("result", new TextArea("Result (JSON, optional)"));
        millis = fields.add("millis", new TextField("Milliseconds at the server (optional)"));
        arguments.setId(ARGUMENTS);
        result.setId(RESULT);
        result.setHelperText("The whole result of tools/call: a tool's own data stands under structuredContent.");
        millis.setId(MILLIS);
        before = fields.add("countedBefore", new TextField("Counted before it in the period (optional)"));
        before.setId(BEFORE);
        Button ask = new Button("Work it out", event -> ask());
        ask.setId(ASK);
        answer.setId(ANSWER);
        answer.getElement().setAttribute("role", "status");
        Div body = new Div(arguments, result, millis, before, ask, answer);
        body.addClassName("form-body");
        getContent().setSummaryText("What would a call cost?");
        getContent().add(body);
    }

    private void ask() {
        answer.setText("");
        Optional<PriceTerms> read = terms.get();
        @Nullable JsonNode sent = json("arguments", arguments);
        @Nullable JsonNode answered = json("result", result);
        Optional<Long> took = millis.isEmpty() ? Optional.empty() : Reading.whole(fields, "millis", millis);
        Optional<Long> counted = before.isEmpty() ? Optional.empty() : Reading.whole(fields, "countedBefore", before);
        if (read.isEmpty() || arguments.isInvalid() || result.isInvalid() || millis.isInvalid() || before.isInvalid()) {
            return;
        }
        try {
            Quote quote = api.quotePrice(
                    new NewQuote(read.get(), null, sent, answered, took.orElse(null), counted.orElse(null)));
            answer.setText(quote.explanation() + ". The dearest call could cost "
                    + quote.most().words() + ".");
        } catch (ApiProblem problem) {
            fields.show(problem);
        }
    }

    private @Nullable JsonNode json(String name, TextArea field) {
        if (field.getValue().isBlank()) {
            return null;
        }
        try {
            return JSON.readTree(field.getValue());
        } catch (JsonProcessingException e) {
            fields.refuse(name, "Is no JSON.");
            return null;
        }
    }
}
