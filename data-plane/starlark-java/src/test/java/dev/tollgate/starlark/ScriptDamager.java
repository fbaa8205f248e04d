package dev.tollgate.starlark;

import java.util.List;
import java.util.Random;

/** Scripts of a corpus with characters, tokens and lines taken out, doubled, moved and mixed. */
final class ScriptDamager {
    private static final List<String> SHARP = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "\"\"\"",
            "\\",
            "\n",
            "\n  ",
            "    ",
            ":",
            ",",
            "*",
            "**",
            "=",
            ".",
            "#",
            "f\"{",
            "}\"",
            "b'",
            "\u0000",
            "\ud800",
            "é",
            "\t",
            "\r",
            "lambda: ",
            "not ",
            "-",
            "1 << 4095 ",
            "99999999999999999999",
            " if ",
            " else ",
            " for x in ",
            "def f():",
            "return ",
            "0x",
            "1e",
            "%s",
            "\\u",
            "\\x");

    private final Random random;
    private final List<Chunk> corpus;

    ScriptDamager(Random random, List<Chunk> corpus) {
        this.random = random;
        this.corpus = corpus;
    }

    private String any() {
        return corpus.get(random.nextInt(corpus.size())).script();
    }

    String script() {
        StringBuilder text = new StringBuilder(any());
        int wounds = 1 + random.nextInt(6);
        for (int i = 0; i < wounds && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, SHARP.get(random.nextInt(SHARP.size())));
                case 2 -> text.insert(at, text.substring(at, end));
                case 3 ->
                    text.insert(at, SHARP.get(random.nextInt(SHARP.size())).repeat(1 + random.nextInt(150)));
                case 4 -> {
                    String other = any();
                    int from = random.nextInt(other.length() + 1);
                    text.insert(at, other.substring(from, Math.min(other.length(), from + 40)));
                }
                default -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
            }
        }
        return text.toString();
    }
}
