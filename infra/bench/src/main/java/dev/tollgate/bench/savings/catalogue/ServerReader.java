package dev.tollgate.bench.savings.catalogue;

import dev.tollgate.bench.savings.catalogue.Field.Mark;
import dev.tollgate.bench.savings.catalogue.Field.Supply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a page of the catalogue: blocks between blank lines, each a line that says what it is and a line for each field.
 * A field is {@code name!?~: kind names=fallback | description}, where {@code !} says required, {@code ?} that lists can be
 * narrowed to a value, and {@code ~} to a range.
 */
final class ServerReader {
    private static final Pattern FIELD = Pattern.compile("([a-z0-9_]+)([!?~]*): ([^|=]+?)(?:=([^| ]+))? \\| (.+)");

    private final Map<String, List<Field>> shapes = new LinkedHashMap<>();
    private final List<Entity> entities = new ArrayList<>();
    private final List<Tool.Action> actions = new ArrayList<>();

    private ServerReader() {}

    static Server read(String page) {
        ServerReader reader = new ServerReader();
        String[] blocks = page.strip().split("\n\n");
        for (String block : blocks) {
            reader.block(block.lines().toList());
        }
        String[] head = blocks[0].split(" \\| ", 2);
        List<String> words = List.of(head[0].split(" "));
        return new Server(
                words.get(1), words.contains("typed"), head[1], reader.shapes, reader.entities, reader.actions);
    }

    private void block(List<String> lines) {
        String[] head = lines.getFirst().split(" \\| ", 2);
        String[] words = head[0].split(" ");
        List<String> rest = lines.subList(1, lines.size());
        switch (words[0]) {
            case "server" -> {}
            case "shape" -> shapes.put(words[1], fields(rest));
            case "entity" ->
                entities.add(new Entity(
                        words[1],
                        words[2],
                        Integer.parseInt(words[3]),
                        head[1],
                        operations(rest.getFirst()),
                        fields(rest.subList(1, rest.size()))));
            case "action" -> actions.add(new Tool.Action(words[1], Tool.Effect.CHANGE, head[1], fields(rest)));
            case "read" -> actions.add(new Tool.Action(words[2], Tool.Effect.READ, head[1], fields(rest)));
            case "destructive" -> actions.add(new Tool.Action(words[2], Tool.Effect.DESTROY, head[1], fields(rest)));
            default -> throw new IllegalArgumentException("no block of the catalogue: " + lines.getFirst());
        }
    }

    private static List<Operation> operations(String line) {
        return Arrays.stream(line.split(" "))
                .skip(1)
                .map(word -> Operation.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static List<Field> fields(List<String> lines) {
        return lines.stream().map(ServerReader::field).toList();
    }

    private static Field field(String line) {
        Matcher matcher = FIELD.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no field of the catalogue: " + line);
        }
        List<String> words = new ArrayList<>(List.of(matcher.group(3).split(" ")));
        Supply supply = switch (words.getFirst()) {
            case "own" -> Supply.OWN;
            case "maybe" -> Supply.MAYBE;
            default -> Supply.ANY;
        };
        if (supply != Supply.ANY) {
            words.removeFirst();
        }
        return new Field(
                matcher.group(1),
                marks(matcher.group(2)),
                Kind.of(words.getFirst()),
                words.subList(1, words.size()),
                supply,
                matcher.group(4),
                matcher.group(5));
    }

    private static Set<Mark> marks(String signs) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (char sign : signs.toCharArray()) {
            marks.add(
                    switch (sign) {
                        case '!' -> Mark.REQUIRED;
                        case '?' -> Mark.FILTER;
                        default -> Mark.RANGE;
                    });
        }
        return marks;
    }
}
