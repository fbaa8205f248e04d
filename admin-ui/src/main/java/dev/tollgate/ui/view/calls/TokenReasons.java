package dev.tollgate.ui.view.calls;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tollgate.model.api.TokenPrice;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.ui.view.layout.Texts;

/** Why a call's tokens cost what they did: their counts, priced by the rates that held. */
final class TokenReasons extends Div {
    static final String ID = "call-token-price";

    TokenReasons(TokenPrice price) {
        setId(ID);
        Paragraph heading = new Paragraph("Beside it, what the model's provider takes for tokens:");
        heading.addClassName("strong");
        add(heading, new Paragraph(price.explanation()));
        UnorderedList lines = new UnorderedList();
        price.lines()
                .forEach(line ->
                        lines.add(new ListItem(line + " = " + line.amount().words())));
        if (!price.lines().isEmpty()) {
            add(lines);
        }
        ModelVersion version = price.version();
        if (version != null) {
            Paragraph rates = new Paragraph("By version " + version.version() + " of the rates of "
                    + Texts.orNone(price.model()) + ", which holds from " + Texts.time(version.effectiveFrom())
                    + " on.");
            rates.addClassName("secondary");
            add(rates);
        }
        if (!price.total().equals(price.charged())) {
            Paragraph differs =
                    new Paragraph("On the call stands " + price.charged().words()
                            + ", and it comes to " + price.total().words()
                            + " by these rates. Tell whoever runs Tollgate.");
            differs.addClassName("bad-box");
            add(differs);
        }
    }
}
