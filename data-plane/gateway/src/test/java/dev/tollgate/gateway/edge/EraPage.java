package dev.tollgate.gateway.edge;

import java.util.ArrayList;
import java.util.List;

/** {@code docs/eras.md}: the matrix for people. */
final class EraPage {
    private static final String HEAD = """
        # Which client has what of which server

        A client speaks one revision of MCP, a server one of two eras: *legacy* (it begins with `initialize`; 2024-11-05 to
        2025-11-25) or *modern* (2026-07-28). Tollgate stands between any two of them. This page says of each feature what
        a client gets, and what it is told where it cannot get it. It is made of
        `data-plane/gateway/src/test/resources/eras/matrix.yaml`, and the gate plays every cell.

        **yes** stands for what the second column says. A number is a note below: what the client is told, by HTTP status,
        JSON-RPC code and words; where they are the server's own, those of the server that the gate plays. Where the server's
        era makes a difference, the cell has two halves: of a legacy server, and of a modern one. To a modern client each result of a legacy server says `resultType`, and where the method has them
        `ttlMs` and `cacheScope`, which Tollgate adds; what a modern server says of them reaches a legacy client as it is.

        """;

    private EraPage() {}

    static String of(EraMatrix matrix) {
        List<String> notes = new ArrayList<>();
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| feature | what is seen | ")
                .append(String.join(" | ", EraAgent.REVISIONS))
                .append(" |\n")
                .append("|---|---|")
                .append("---|".repeat(EraAgent.REVISIONS.size()))
                .append('\n');
        for (EraMatrix.Row row : matrix.rows()) {
            page.append("| ").append(row.feature()).append(" | ").append(row.seen());
            for (String revision : EraAgent.REVISIONS) {
                String legacy = shown(row.outcome(revision, false), notes);
                String modern = shown(row.outcome(revision, true), notes);
                page.append(" | ").append(legacy.equals(modern) ? legacy : legacy + " / " + modern);
            }
            page.append(" |\n");
        }
        page.append("\n## What a client is told\n");
        for (int i = 0; i < notes.size(); i++) {
            page.append(i + 1).append(". ").append(notes.get(i)).append('\n');
        }
        return page.toString();
    }

    private static String shown(String outcome, List<String> notes) {
        if (outcome.equals(EraMatrix.WORKS)) {
            return "yes";
        }
        if (!notes.contains(outcome)) {
            notes.add(outcome);
        }
        return String.valueOf(notes.indexOf(outcome) + 1);
    }
}
