package dev.tollgate.ui.view.calls;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tollgate.model.api.CallPrice;
import dev.tollgate.model.api.TokenPrice;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Texts;
import java.util.UUID;

/** Why a call cost what it did: what was counted, priced by the terms that held. */
final class PriceReasons extends Div {
    static final String ID = "call-price";

    PriceReasons(TollgateApi api, UUID call) {
        setId(ID);
        try {
            show(api.callPrice(call));
        } catch (ApiProblem problem) {
            // The rest of the call is shown all the same.
            add(secondary("Not known right now: " + problem.title()));
        }
    }

    private void show(CallPrice price) {
        add(new Paragraph(price.explanation()));
        UnorderedList lines = new UnorderedList();
        price.lines()
                .forEach(line ->
                        lines.add(new ListItem(line + " = " + line.amount().words())));
        if (price.lines().size() > 1) {
            add(lines);
        }
        PriceVersion version = price.version();
        if (version != null) {
            add(secondary("By version " + version.version() + " of its price, which holds from "
                    + Texts.time(version.effectiveFrom()) + " on: "
                    + version.terms().words() + "."));
        }
        if (!price.total().equals(price.charged())) {
            Paragraph differs =
                    new Paragraph("It was charged " + price.charged().words() + ", and comes to "
                            + price.total().words() + " by these terms. Tell whoever runs Tollgate.");
            differs.addClassName("bad-box");
            add(differs);
        }
        TokenPrice tokens = price.tokens();
        if (tokens != null) {
            add(new TokenReasons(tokens));
        }
    }

    private static Paragraph secondary(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("secondary");
        return paragraph;
    }
}
