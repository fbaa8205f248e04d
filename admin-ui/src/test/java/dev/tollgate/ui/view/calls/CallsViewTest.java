package dev.tollgate.ui.view.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.LazyRows;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CallsViewTest extends PageTest {
    @BeforeEach
    void openCalls() {
        open(new CallsView(api));
    }

    @Test
    void a_new_call_appears_by_itself_at_the_top() {
        api.oneMoreCall();

        poll();

        assertThat(test(grid()).getRow(0).id()).isEqualTo(api.calls.getFirst().id());
    }

    @Test
    void further_down_nothing_moves_and_new_calls_are_counted() {
        scroll(true);
        api.oneMoreCall();
        api.oneMoreCall();

        poll();

        assertThat(at(Button.class, CallsView.ARRIVED).getText()).isEqualTo("2 new calls");
        assertThat(test(grid()).getRow(0).id()).isEqualTo(api.calls.get(2).id());
        click(CallsView.ARRIVED);
        assertThat(test(grid()).getRow(0).id()).isEqualTo(api.calls.getFirst().id());
        assertThat(isThere(Button.class, CallsView.ARRIVED)).isFalse();
    }

    @Test
    void back_at_the_top_new_calls_appear_again() {
        scroll(true);
        api.oneMoreCall();
        poll();
        scroll(false);

        poll();

        assertThat(test(grid()).getRow(0).id()).isEqualTo(api.calls.getFirst().id());
        assertThat(isThere(Button.class, CallsView.ARRIVED)).isFalse();
    }

    @Test
    void a_call_says_why_it_cost_what_it_did_and_what_is_odd_about_it() {
        Call call = api.calls.stream()
                .filter(one -> one.status() == CallStatus.OK)
                .findFirst()
                .orElseThrow();
        grid().select(call);
        roundTrip();
        assertThat(text(at(Div.class, PriceReasons.ID)))
                .contains("0.0025 = 1 call x 0.0025", "By version 1 of its price", "0.0025 a call")
                .doesNotContain("Tell whoever runs Tollgate");

        Price old = api.prices.getFirst();
        List<PriceComponent> counted = List.of(
                PriceComponent.flat(new Measure.Calls(), new Rate(Money.ofDollars("0.01"), 1)),
                PriceComponent.flat(new Measure.Bytes(Content.RESULT), new Rate(Money.ofDollars("0.002"), 1_000)));
        api.addPriceVersion(
                old.id(),
                IfMatch.version(old.version()),
                new NewPriceVersion(new PriceTerms(counted, null, null, FailureCharges.FREE), null));
        grid().deselectAll();
        grid().select(call);
        roundTrip();

        assertThat(text(at(Div.class, PriceReasons.ID)))
                .contains("1 call x 0.01 = $0.01", "2,000 bytes of the result x 0.002 per 1000 = $0.004")
                .contains("charged $0.0025, and comes to $0.014");
    }

    @Test
    void a_call_is_shown_also_where_its_price_is_not_known() {
        Call call = api.calls.getFirst();
        api.prices.clear();
        api.calls.removeFirst();
        CallDetail detail = open(new CallDetail(api, call, () -> {}));

        assertThat(text(detail)).contains("Not known right now", call.id().toString());
    }

    @Test
    void a_call_says_its_tokens_and_why_they_cost_what_they_did() {
        Rate rate = new Rate(Money.ofDollars("2.5"), 1_000_000);
        Model model = api.createModel(
                "1", new NewModel("gpt-large", TokenEncoding.O200K, true, new ModelRates(rate, rate, null), null));
        Call call = Demo.counted(api.calls.getFirst(), model.id(), "gpt-large", "0.01137");
        api.calls.set(0, call);

        CallDetail detail = open(new CallDetail(api, call, () -> {}));

        assertThat(text(detail))
                .contains("4,200 definitions + 38 arguments + 310 result, o200k_base", "gpt-large", "$0.01137");
        assertThat(text(at(Div.class, TokenReasons.ID)))
                .contains("4,200 tokens of definitions x 2.5 per 1000000 = $0.0105")
                .contains("By version 1 of the rates of gpt-large")
                .doesNotContain("Tell whoever runs Tollgate");
    }

    @Test
    void tokens_without_rates_and_tokens_that_were_not_counted_say_so() {
        Call call = Demo.counted(api.calls.getFirst(), null, "made up", "0");
        api.calls.set(0, call);

        assertThat(text(open(new CallDetail(api, call, () -> {}))))
                .contains("about 4,200 definitions + 38 arguments + 310 result, bytes/4", "made up, without rates");
        assertThat(text(open(new CallDetail(api, api.calls.get(1), () -> {})))).contains("not counted");
        assertThat(isThere(Div.class, TokenReasons.ID)).isFalse();
    }

    private void scroll(boolean away) {
        Element grid = grid().getElement();
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("event.detail", away);
        grid.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(grid, LazyRows.SCROLLED_EVENT, data));
    }

    @Test
    void a_page_that_is_not_live_stays_as_it_is() {
        test(at(Checkbox.class, CallsView.LIVE)).click();
        api.oneMoreCall();

        poll();

        assertThat(test(grid()).getRow(0).id()).isEqualTo(api.calls.get(1).id());
    }

    @Test
    void an_outage_is_told_once_and_the_rows_stay() {
        api.outage = FakeApi.problem(503, "The control plane is not available right now", null);

        poll();
        poll();

        assertThat($(Notification.class).all()).hasSize(1);
        api.outage = null;
        poll();
        assertThat(test(grid()).getRow(0)).isNotNull();
    }

    @Test
    void leaving_the_page_ends_the_asking() {
        UI.getCurrent().removeAll();

        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @SuppressWarnings("unchecked")
    private Grid<Call> grid() {
        return at(Grid.class, CallsView.GRID);
    }
}
