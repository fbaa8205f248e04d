package dev.tollgate.gateway.upstream.listing;

import dev.tollgate.model.wire.CatalogReport;

/** What an upstream lists, and how the protocol calls it. */
public enum ListKind {
    TOOLS("tools/list", "tools", "name", 256, CatalogReport.TOOLS_MAX),
    PROMPTS("prompts/list", "prompts", "name", 256, 5_000),
    RESOURCES("resources/list", "resources", "uri", 2_048, 10_000),
    TEMPLATES("resources/templates/list", "resourceTemplates", "uriTemplate", 2_048, 5_000);

    private final String method;
    private final String member;
    private final String nameMember;
    private final int nameCharsMax;
    private final int countMax;

    ListKind(String method, String member, String nameMember, int nameCharsMax, int countMax) {
        this.method = method;
        this.member = member;
        this.nameMember = nameMember;
        this.nameCharsMax = nameCharsMax;
        this.countMax = countMax;
    }

    public String method() {
        return method;
    }

    /** The result's member that holds the array. */
    public String member() {
        return member;
    }

    /** The member by which each item is asked for. */
    public String nameMember() {
        return nameMember;
    }

    int nameCharsMax() {
        return nameCharsMax;
    }

    /** How many of them an upstream may list. */
    public int countMax() {
        return countMax;
    }

    /** What they are called in a sentence. */
    String words() {
        return switch (this) {
            case TOOLS -> "tools";
            case PROMPTS -> "prompts";
            case RESOURCES -> "resources";
            case TEMPLATES -> "resource templates";
        };
    }
}
