package dev.tollgate.bench.savings.estate;

import java.util.List;

/** Made-up texts of the length that people write. */
final class Prose {
    private static final List<String> SUBJECTS = List.of(
            "the new price list",
            "the export to the data warehouse",
            "our renewal",
            "the login page",
            "the quarterly report",
            "the migration of the old accounts",
            "the delivery of last week",
            "the security questionnaire",
            "the invoice",
            "the roadmap for next year",
            "the integration with our ERP",
            "the outage of Tuesday night",
            "the training plan");
    private static final List<String> PREDICATES = List.of(
            "has to be looked at before Friday",
            "is slower than it was in September",
            "waits for an answer from legal",
            "was agreed on with the customer",
            "fails for accounts with more than one owner",
            "should be part of the next release",
            "needs a decision from the steering group",
            "does not match what we were told on the phone",
            "was changed again by the other side",
            "is done but for the documentation",
            "shows wrong totals in the second column");
    private static final List<String> OPENINGS = List.of(
            "As discussed,",
            "Short update:",
            "For your information:",
            "To summarize,",
            "After a second look,",
            "In the meantime",
            "According to the team,",
            "Please note that");
    private static final List<String> WORDS = List.of(
            "Basics",
            "North",
            "Operations",
            "Europe",
            "Archive",
            "Research",
            "Campaigns",
            "Planning",
            "Contracts",
            "Platform",
            "Enablement",
            "Quality",
            "Retail",
            "Core",
            "Onboarding",
            "Reference");

    private Prose() {}

    static String word(Seed seed) {
        return seed.of(WORDS);
    }

    static String title(Seed seed) {
        String subject = seed.next(1).of(SUBJECTS);
        return Character.toUpperCase(subject.charAt(0)) + subject.substring(1) + " "
                + seed.next(2).of(PREDICATES);
    }

    static String sentence(Seed seed) {
        return seed.next(1).of(OPENINGS) + " " + seed.next(2).of(SUBJECTS) + " "
                + seed.next(3).of(PREDICATES) + ".";
    }

    static String sentences(Seed seed, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(sentence(seed.next(10 + i)));
        }
        return text.toString();
    }

    static String letter(Seed seed) {
        return "Hello,\n\n" + sentences(seed, 2 + seed.below(3)) + "\n\n" + sentences(seed.next(5), 1 + seed.below(3))
                + "\n\nKind regards\n" + Names.person(seed.below(Names.PEOPLE));
    }

    static String article(Seed seed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            Seed part = seed.next(20 + i);
            text.append("## ")
                    .append(title(part))
                    .append("\n\n")
                    .append(sentences(part, 3 + part.below(4)))
                    .append("\n\n");
        }
        return text.toString().strip();
    }
}
