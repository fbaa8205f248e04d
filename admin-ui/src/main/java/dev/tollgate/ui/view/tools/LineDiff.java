package dev.tollgate.ui.view.tools;

import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line (longest common subsequence) and sets them beside each other. */
final class LineDiff {
    /** Longer texts are set beside each other without looking for what they share: the table would take too much memory. */
    static final int LINES_MAX = 1_500;

    enum Kind {
        SAME,
        CHANGED,
        REMOVED,
        ADDED
    }

    /** Two lines that stand beside each other; one of them is empty where a line was added or removed. */
    record Row(Kind kind, String left, String right) {}

    private LineDiff() {}

    static List<Row> of(List<String> left, List<String> right) {
        if (left.size() > LINES_MAX || right.size() > LINES_MAX) {
            List<Row> rows = new ArrayList<>();
            flush(rows, left, right);
            return rows;
        }
        int[][] common = commonLengths(left, right);
        List<Row> rows = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (left.get(i).equals(right.get(j))) {
                flush(rows, removed, added);
                removed.clear();
                added.clear();
                rows.add(new Row(Kind.SAME, left.get(i++), right.get(j++)));
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                removed.add(left.get(i++));
            } else {
                added.add(right.get(j++));
            }
        }
        removed.addAll(left.subList(i, left.size()));
        added.addAll(right.subList(j, right.size()));
        flush(rows, removed, added);
        return rows;
    }

    /** {@code result[i][j]}: how many lines the rest of left from i and the rest of right from j share. */
    private static int[][] commonLengths(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void flush(List<Row> rows, List<String> removed, List<String> added) {
        for (int k = 0; k < Math.max(removed.size(), added.size()); k++) {
            if (k >= added.size()) {
                rows.add(new Row(Kind.REMOVED, removed.get(k), ""));
            } else if (k >= removed.size()) {
                rows.add(new Row(Kind.ADDED, "", added.get(k)));
            } else {
                rows.add(new Row(Kind.CHANGED, removed.get(k), added.get(k)));
            }
        }
    }
}
