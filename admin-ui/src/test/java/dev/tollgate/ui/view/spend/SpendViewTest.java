package dev.tollgate.ui.view.spend;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.Me;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.ModelFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpendViewTest extends PageTest {
    @Test
    void the_total_is_the_exact_sum_of_what_was_charged() {
        open(new SpendView(api, admin()));

        Money sum = api.calls.stream().map(Call::cost).reduce(Money.ZERO, Money::plus);
        assertThat(at(Span.class, SpendView.TOTAL).getText()).isEqualTo(sum.words());
        assertThat(at(Span.class, SpendView.LAG).getText()).isEqualTo("3 s behind");
    }

    @Test
    @SuppressWarnings("unchecked")
    void keys_go_by_their_names() {
        open(new SpendView(api, admin()));

        ((Select<Grouping>) at(Select.class, SpendView.GROUP_BY)).setValue(Grouping.KEY);

        assertThat(test(at(SpendTable.class, SpendView.TABLE)).getCellText(0, 0))
                .isEqualTo("support bot");
    }

    @Test
    void without_tokens_nothing_is_said_of_them() {
        open(new SpendView(api, admin()));

        assertThat(isThere(Span.class, SpendView.TOKENS)).isFalse();
        assertThat(at(SpendTable.class, SpendView.TABLE).getColumns().stream().filter(Grid.Column::isVisible))
                .hasSize(7);
    }

    @Test
    @SuppressWarnings("unchecked")
    void tokens_and_their_cost_stand_beside_the_cost_of_tools() {
        UUID model = UUID.randomUUID();
        api.calls.set(0, Demo.counted(api.calls.getFirst(), model, "gpt-large", "0.011655"));
        api.calls.set(1, Demo.counted(api.calls.get(1), null, "made up", "0"));

        open(new SpendView(api, admin()));

        assertThat(at(Span.class, SpendView.TOKEN_COST).getText()).isEqualTo("$0.011655");
        assertThat(at(Span.class, SpendView.TOKENS).getText()).isEqualTo("9,096");
        ((Select<Grouping>) at(Select.class, SpendView.GROUP_BY)).setValue(Grouping.MODEL);
        SpendTable table = at(SpendTable.class, SpendView.TABLE);
        assertThat(test(table).getCellText(0, 0)).isEqualTo("gpt-large");
        assertThat(test(table).getCellText(0, 7)).isEqualTo("4,548");
        assertThat(test(table).getCellText(0, 8)).isEqualTo("$0.011655");
        assertThat(table.getColumns().getLast().getFooterText()).isEqualTo("$0.011655");
        assertThat(table.getColumns().getLast().isSortable()).isTrue();
        assertThat(text(at(Div.class, SpendView.PAGE))).contains("“unknown model” stands for calls whose tokens");
    }

    @Test
    void calls_that_named_no_tool_are_told_apart_and_explained() {
        Instant now = api.calls.getFirst().startedAt();
        api.calls.addFirst(Demo.call(new Random(1), api.servers.getFirst(), null, api.keys.getFirst(), now));

        SpendView page = open(new SpendView(api, admin()));

        assertThat(text(page)).contains("stands for calls that named no tool, or none that their key sees.");
        SpendTable table = at(SpendTable.class, SpendView.TABLE);
        assertThat(IntStream.range(0, test(table).size())
                        .mapToObj(row -> test(table).getCellText(row, 0)))
                .contains("unknown tool");
    }

    @Test
    void days_are_the_organizations_and_another_zone_can_be_asked_for() {
        api.me = new Me(api.me.subject(), api.me.username(), api.me.roles(), api.me.tenant(), "Asia/Kolkata");
        open(new SpendView(api, admin()));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Kolkata"));
        assertThat(api.log)
                .containsExactly("spend tool " + today.minusDays(6) + " " + today.plusDays(1) + " Asia/Kolkata null");

        zone().setValue("UTC");

        LocalDate utc = LocalDate.now(ZoneOffset.UTC);
        assertThat(api.log.getLast()).isEqualTo("spend tool " + utc.minusDays(6) + " " + utc.plusDays(1) + " UTC null");
    }

    @SuppressWarnings("unchecked")
    private Select<String> zone() {
        return at(Select.class, SpendView.ZONE);
    }

    @Test
    void one_models_calls_alone_are_shown_and_a_model_without_any_says_so() {
        Rate rate = new Rate(Money.ofDollars("2.5"), 1_000_000);
        Model large = api.createModel(
                "1", new NewModel("gpt-large", TokenEncoding.O200K, true, new ModelRates(rate, rate, null), null));
        api.calls.set(0, Demo.counted(api.calls.getFirst(), large.id(), large.name(), "0.011655"));
        SpendView page = open(new SpendView(api, admin()));

        at(ModelFilter.class, SpendView.MODEL).setValue(large);
        assertThat(at(Span.class, SpendView.CALLS).getText()).isEqualTo("1");

        api.calls.clear();
        at(ModelFilter.class, SpendView.MODEL).clear();
        at(ModelFilter.class, SpendView.MODEL).setValue(large);
        assertThat(text(page)).contains("No call of this model in this range");
    }

    @Test
    void a_range_without_calls_says_so() {
        api.calls.clear();

        assertThat(text(open(new SpendView(api, admin())))).contains("Nothing was called in this range");
    }
}
