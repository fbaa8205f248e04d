package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.policy.ToolList;
import dev.tollgate.gateway.upstream.listing.ListKind;

/** {@code tools/list}: what the key sees, never asked of an upstream. */
final class ToolLists {
    private final ListAnswers answers;

    ToolLists(ListAnswers answers) {
        this.answers = answers;
    }

    void list(Asked asked) throws MalformedJson {
        if (!answers.serves(asked)) {
            return;
        }
        ToolList.Page page = asked.caller().view().list(asked.caller().filter()).page(answers.cursor(asked));
        if (page == null) {
            answers.badCursor(asked);
        } else {
            answers.answer(asked, ListKind.TOOLS.member(), page.tools(), page.nextCursor());
        }
    }
}
