package dev.tollgate.starlark.fault;

import java.util.Locale;

/** "Did you mean": the known name that a wrong one is nearest to. */
public final class Nearest {
    private static final int NAME_LENGTH_MAX = 64;
    private static final int CANDIDATES_MAX = 2_000;

    private Nearest() {}

    /** A hint such as {@code did you mean 'append'?}, or an empty string. The order of candidates breaks ties. */
    public static String hint(String wrong, Iterable<String> candidates) {
        String best = "";
        int bestDistance = allowed(wrong) + 1;
        int seen = 0;
        for (String candidate : candidates) {
            if (++seen > CANDIDATES_MAX) {
                break;
            }
            int distance = distance(plain(wrong), plain(candidate), bestDistance);
            if (distance < bestDistance && !candidate.equals(wrong)) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? "" : "did you mean '" + best + "'?";
    }

    private static int allowed(String name) {
        return name.length() <= 3 ? 1 : name.length() <= 6 ? 2 : 3;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Edit distance with neighbours swapped counting one; {@code cap} where it is that much or more. */
    private static int distance(String a, String b, int cap) {
        if (Math.abs(a.length() - b.length()) >= cap || Math.max(a.length(), b.length()) > NAME_LENGTH_MAX) {
            return cap;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, a, b, i, j);
            }
        }
        return Math.min(cap, cost[a.length()][b.length()]);
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
