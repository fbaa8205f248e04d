package dev.tollgate.ui.view.spend;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** A chart, drawn in the browser by Apache ECharts from options made here. */
final class Chart extends Div {
    /** The file is ours to serve: the console fetches nothing from elsewhere. */
    static final String LIBRARY = "charts/echarts.simple.min.js";

    private @Nullable ChartOptions options;

    Chart(String id, String description) {
        setId(id);
        addClassName("chart");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", description);
    }

    void show(ChartOptions newOptions) {
        options = newOptions;
        if (isAttached()) {
            draw(newOptions);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJavaScript("context://" + LIBRARY);
        if (options != null) {
            draw(options);
        }
    }

    /** The library may still be on its way when a page opens, hence the few tries. */
    private void draw(ChartOptions drawn) {
        getElement()
                .executeJs(
                        "const place = this; const options = JSON.parse($0); let tries = 0;"
                                + "const draw = () => {"
                                + "  if (!window.echarts) { if (tries++ < 100) setTimeout(draw, 50); return; }"
                                + "  if (!place.chart) {"
                                + "    place.chart = window.echarts.init(place, null, {renderer: 'canvas'});"
                                + "    new ResizeObserver(() => place.chart.resize()).observe(place);"
                                + "  }"
                                + "  place.chart.setOption(options, true);"
                                + "};"
                                + "draw();",
                        drawn.json());
    }
}
