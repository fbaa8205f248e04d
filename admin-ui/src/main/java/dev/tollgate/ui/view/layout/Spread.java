package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import dev.tollgate.model.api.Propagation;
import dev.tollgate.ui.client.ApiProblem;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How far a change has come among the gateways, looked up by the browser until it has come everywhere or long enough passed. */
public final class Spread extends Div {
    public static final String ID = "notice-spread";

    private static final int PAUSE_MILLIS = 400;
    private static final int LOOKS_MAX = 12;

    private final Supplier<Propagation> look;
    private int looks;

    /**
     * @param look asks how far it has come
     */
    public Spread(Supplier<Propagation> look) {
        this.look = look;
        setId(ID);
        addClassName("secondary");
        setText("On its way to the gateways …");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        again();
    }

    private void again() {
        getElement().executeJs("setTimeout(() => this.$server.look(), $0)", PAUSE_MILLIS);
    }

    /** Called by the browser, so that the question is asked in the name of the person who is signed in. */
    @ClientCallable
    void look() {
        looks++;
        Propagation now;
        try {
            now = look.get();
        } catch (ApiProblem problem) {
            setText("How far it has come is not known right now.");
            return;
        }
        setText(words(now));
        boolean settled = now.appliedOn() + rejections(now).size() >= now.gatewayCount();
        if (!settled && looks < LOOKS_MAX) {
            again();
        }
    }

    /** {@code Applied on 3 of 3 gateways, 84 ms.} */
    static String words(Propagation now) {
        if (now.gatewayCount() == 0) {
            return "No gateway is there to apply it yet.";
        }
        String slowest = now.slowestMillis() == null ? "" : ", " + Texts.count(now.slowestMillis()) + " ms";
        String refused =
                rejections(now).stream().map(text -> " Refused by " + text).collect(Collectors.joining());
        return "Applied on " + now.appliedOn() + " of " + now.gatewayCount()
                + (now.gatewayCount() == 1 ? " gateway" : " gateways") + slowest + "." + refused;
    }

    private static List<String> rejections(Propagation now) {
        return now.gateways().stream()
                .filter(one -> one.rejection() != null)
                .map(one -> one.gateway() + ": " + one.rejection())
                .toList();
    }
}
