package dev.tollgate.model.config;

import java.util.EnumSet;
import java.util.Set;

/** Whom access is given to, other than a key itself. */
public enum SubjectKind {
    /** A level of customers, such as free or pro; its id is a slug. */
    TIER("tier"),
    CUSTOMER("customer"),
    TEAM("team"),
    USER("user"),
    /** A program that acts for nobody in particular. */
    SERVICE("service"),
    /** Whose models call with a key; its id is a slug. It is an attribute of the key, so no request can claim another. */
    MODEL_PROVIDER("provider");

    private final String text;

    SubjectKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Whether people name it, rather than Tollgate. */
    boolean isNamed() {
        return this == TIER || this == MODEL_PROVIDER;
    }

    /** Whether a key can belong to it. */
    public boolean ownsKeys() {
        return owners().contains(this);
    }

    private static Set<SubjectKind> owners() {
        return EnumSet.of(CUSTOMER, TEAM, USER, SERVICE);
    }

    /** What it may stand under. Nothing stands under itself, so a chain of parents ends. */
    public boolean mayStandUnder(SubjectKind parent) {
        return switch (this) {
            case TIER, MODEL_PROVIDER -> false;
            case CUSTOMER -> parent == TIER;
            case TEAM -> parent == CUSTOMER;
            case USER -> parent == TEAM;
            case SERVICE -> parent == TEAM || parent == CUSTOMER;
        };
    }

    /**
     * @throws IllegalArgumentException if no kind has that text
     */
    public static SubjectKind of(String text) {
        for (SubjectKind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "a subject is a tier, customer, team, user, service or provider, not " + text);
    }
}
