package dev.tollgate.starlark.lib;

import dev.tollgate.starlark.value.Bool;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The methods of strings that ask what they consist of. */
final class StringPredicates {
    static final List<Definition> ALL = List.of(
            predicate("isalnum", s -> each(s, Character::isLetterOrDigit)),
            predicate("isalpha", s -> each(s, Character::isLetter)),
            predicate("isdigit", s -> each(s, Character::isDigit)),
            predicate("isspace", s -> each(s, StringPredicates::isSpace)),
            predicate(
                    "islower",
                    s -> any(s, StringPredicates::isCased) && !any(s, c -> isCased(c) && !Character.isLowerCase(c))),
            predicate(
                    "isupper",
                    s -> any(s, StringPredicates::isCased) && !any(s, c -> isCased(c) && !Character.isUpperCase(c))),
            predicate("istitle", StringPredicates::isTitle));

    private StringPredicates() {}

    private static Definition predicate(String name, Predicate<String> test) {
        return Definition.of(name, "", a -> {
            a.meter().steps(a.text().length() >> 2);
            return Bool.of(test.test(a.text()));
        });
    }

    private static boolean each(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    private static boolean any(String text, IntPredicate test) {
        return text.codePoints().anyMatch(test);
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isCased(int c) {
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    private static boolean isTitle(String text) {
        boolean within = false;
        boolean any = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isCased(c)) {
                any = true;
                boolean small = Character.isLowerCase(c);
                if (small != within) {
                    return false;
                }
            }
            within = Character.isLetter(c);
            i += Character.charCount(c);
        }
        return any;
    }
}
