package dev.tollgate.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables as Markdown that is readable as plain text too: columns are padded. */
public final class Markdown {
    private Markdown() {}

    /**
     * A table; the first column stands left, the others right.
     *
     * @throws IllegalArgumentException if a row has another number of cells than the header
     */
    public static String table(List<String> header, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(header));
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("a row has " + header.size() + " cells, not " + row);
            }
            all.add(row);
        }
        int[] widths = new int[header.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Math.max(3, row.get(i).length()));
            }
        }
        List<String> lines =
                all.stream().map(row -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, rule(widths));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            String form = " %" + (i == 0 ? "-" : "") + widths[i] + "s |";
            line.append(form.formatted(row.get(i)));
        }
        return line.toString();
    }

    private static String rule(int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? ":" + "-".repeat(widths[i] + 1) : "-".repeat(widths[i] + 1) + ":")
                    .append('|');
        }
        return line.toString();
    }

    public static String whole(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    public static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    public static String millis(double micros) {
        return decimal(micros / 1e3, 2);
    }

    public static String mebibytes(double bytes) {
        return whole(bytes / (1 << 20));
    }
}
