package dev.tollgate.bench.savings.estate;

import java.util.List;
import java.util.Locale;

/** People, companies and things by number. The same number is the same on every server, so that data can be joined. */
final class Names {
    static final int COLLEAGUES = 24;
    /** As many people and companies differ in name. */
    static final int PEOPLE = 400;

    static final int COMPANIES = 96;

    private static final List<String> FIRST = List.of(
            "Marta", "Jonas", "Aisha", "Piotr", "Ingrid", "Rafael", "Yuki", "Samir", "Helene", "Diego", "Nora",
            "Viktor", "Leila", "Tomas", "Greta", "Amadou", "Sofia", "Henrik", "Priya", "Lukas");
    private static final List<String> LAST = List.of(
            "Keller",
            "Nowak",
            "Haddad",
            "Lindqvist",
            "Moreau",
            "Tanaka",
            "Okafor",
            "Ferrari",
            "Schmidt",
            "Novotny",
            "Vargas",
            "Petersen",
            "Iyer",
            "Bakker",
            "Costa",
            "Weber",
            "Dubois",
            "Halonen",
            "Rossi",
            "Marin");
    private static final List<String> COMPANY = List.of(
            "Nordwind",
            "Alpenglow",
            "Bluewater",
            "Cobalt",
            "Evergreen",
            "Falkner",
            "Granit",
            "Harbour",
            "Ironbridge",
            "Juniper",
            "Kestrel",
            "Lumina");
    private static final List<String> FORM = List.of(
            "Systems GmbH",
            "Logistics AG",
            "Foods Ltd",
            "Energy SE",
            "Health BV",
            "Robotics GmbH",
            "Retail SA",
            "Insurance plc");
    private static final List<String> PRODUCT = List.of(
            "atlas-api",
            "checkout",
            "ledger",
            "identity",
            "notifier",
            "search-index",
            "mobile-app",
            "data-lake",
            "gateway",
            "billing-worker",
            "web-shop",
            "image-service",
            "scheduler",
            "reporting",
            "onboarding",
            "partner-portal");
    private static final List<String> CHANNELS = List.of(
            "general",
            "engineering",
            "releases",
            "incidents",
            "sales",
            "finance",
            "support",
            "design",
            "data",
            "hiring",
            "random",
            "customers",
            "security",
            "leadership");

    private Names() {}

    static String person(int number) {
        int first = number % FIRST.size();
        return FIRST.get(first) + " " + LAST.get((7 * first + number / FIRST.size()) % LAST.size());
    }

    static String company(int number) {
        return COMPANY.get(number % COMPANY.size()) + " " + FORM.get(number / COMPANY.size() % FORM.size());
    }

    static String domain(int number) {
        String[] words = company(number).toLowerCase(Locale.ROOT).split(" ");
        return words[0] + "-" + words[1] + ".example";
    }

    static String email(int number, int company) {
        return address(person(number)) + "@" + domain(company);
    }

    static String colleague(int number) {
        return address(colleagueName(number)) + "@ourcompany.example";
    }

    /** From the other end, so that colleagues are called otherwise than customers. */
    static String colleagueName(int number) {
        return person(PEOPLE - 1 - number % COLLEAGUES);
    }

    private static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    static String product(int number) {
        int round = number / PRODUCT.size();
        return PRODUCT.get(number % PRODUCT.size()) + (round == 0 ? "" : "-" + (round + 1));
    }

    static String channel(int number) {
        return CHANNELS.get(number % CHANNELS.size());
    }
}
