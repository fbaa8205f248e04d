package dev.tollgate.ui.view.spend;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * The part of ECharts' options that the console uses. Amounts travel as decimal text; only the height of a bar is a
 * number of the browser's.
 */
record ChartOptions(
        @JsonProperty Map<String, Object> tooltip,
        @JsonProperty Map<String, Object> grid,
        @JsonProperty Map<String, Object> xAxis,
        @JsonProperty Map<String, Object> yAxis,
        @JsonProperty List<Series> series) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "type";
    /** Can be read on a light ground and on a dark one. */
    private static final String MUTED = "#757f90";

    /** One bar: its label, its amount in dollars, and the amount as it is written. */
    record Bar(String label, String dollars, String text) {}

    record Series(
            @JsonProperty String type,
            @JsonProperty int barMaxWidth,
            @JsonProperty Map<String, Object> itemStyle,
            @JsonProperty List<Point> data) {}

    /** ECharts shows {@code name} in the tooltip, on its canvas, so that no text of a tenant becomes markup. */
    record Point(@JsonProperty String name, @JsonProperty String value) {}

    /** Columns along time. */
    static ChartOptions columns(List<Bar> bars) {
        return of(categories(bars, false), amounts(), bars, List.of(4, 4, 0, 0));
    }

    /** Lying bars, the largest at the top. */
    static ChartOptions bars(List<Bar> bars) {
        return of(amounts(), categories(bars, true), bars, List.of(0, 4, 4, 0));
    }

    private static ChartOptions of(
            Map<String, Object> xAxis, Map<String, Object> yAxis, List<Bar> bars, List<Integer> radius) {
        List<Point> points = bars.stream()
                .map(bar -> new Point(bar.label() + "\n" + bar.text(), bar.dollars()))
                .toList();
        return new ChartOptions(
                Map.of("renderMode", "richText", "formatter", "{b}"),
                Map.of("left", 12, "right", 24, "top", 16, "bottom", 8, "containLabel", true),
                xAxis,
                yAxis,
                List.of(new Series("bar", 44, Map.of("color", "#3b6fe0", "borderRadius", radius), points)));
    }

    private static Map<String, Object> categories(List<Bar> bars, boolean inverse) {
        return Map.of(
                TYPE,
                "category",
                "inverse",
                inverse,
                "data",
                bars.stream().map(Bar::label).toList(),
                "axisTick",
                Map.of("show", false),
                "axisLine",
                Map.of("lineStyle", Map.of("color", "rgba(130,140,160,.4)")),
                "axisLabel",
                Map.of(
                        "color",
                        MUTED,
                        "width",
                        220,
                        "overflow",
                        "truncate",
                        "hideOverlap",
                        true,
                        "alignMinLabel",
                        inverse ? "right" : "left"));
    }

    private static Map<String, Object> amounts() {
        return Map.of(
                TYPE,
                "value",
                "splitNumber",
                4,
                "axisLabel",
                Map.of("color", MUTED, "formatter", "${value}"),
                "splitLine",
                Map.of("lineStyle", Map.of("color", "rgba(130,140,160,.18)")));
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options of text, numbers and lists can be written", e);
        }
    }
}
