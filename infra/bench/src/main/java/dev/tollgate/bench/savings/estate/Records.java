package dev.tollgate.bench.savings.estate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.bench.savings.catalogue.Entity;
import dev.tollgate.bench.savings.catalogue.Field;
import dev.tollgate.bench.savings.catalogue.Field.Supply;
import dev.tollgate.bench.savings.catalogue.Server;
import java.util.List;

/** Makes the records of a server, each of whose fields is determined by where it stands. */
final class Records {
    private static final int ONE_IN = 3;

    private final Server server;

    Records(Server server) {
        this.server = server;
    }

    static String id(Server server, String collection, int number) {
        return collection.substring(0, 3) + "_"
                + Seed.of(server.name(), collection, Integer.toString(number)).digits();
    }

    ObjectNode record(Entity entity, int number) {
        Seed seed = Seed.of(server.name(), entity.name(), Integer.toString(number));
        ObjectNode made = JsonNodeFactory.instance.objectNode().put("id", id(server, entity.plural(), number));
        put(made, entity.fields(), seed, number);
        return made.put("created_at", Moments.created(seed)).put("updated_at", Moments.moment(seed.next(2)));
    }

    private void put(ObjectNode object, List<Field> fields, Seed seed, int number) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Seed own = seed.next(100 + i);
            if (field.supply() != Supply.MAYBE || own.next(1).below(ONE_IN) != 0) {
                put(object, field, own, field.supply() == Supply.OWN ? number : -1, number, seed);
            }
        }
    }

    /**
     * @param fixed the number that the value must have, or negative for any
     * @param number the record's own
     * @param whole the record's seed, which fields share that belong together
     */
    private void put(ObjectNode object, Field field, Seed seed, int fixed, int number, Seed whole) {
        String name = field.name();
        int any = fixed >= 0 ? fixed : seed.below(Names.PEOPLE);
        switch (field.kind()) {
            case STRING, REFERENCE -> object.put(name, "REF-" + seed.below(90_000));
            case WORD -> object.put(name, Prose.word(seed));
            case TITLE -> object.put(name, Prose.title(seed));
            case SENTENCE -> object.put(name, Prose.sentence(seed));
            case CHATTER -> object.put(name, Prose.sentences(seed, 1 + seed.below(2)));
            case TEXT -> object.put(name, Prose.sentences(seed, 2 + seed.below(3)));
            case LETTER -> object.put(name, Prose.letter(seed));
            case ARTICLE -> object.put(name, Prose.article(seed));
            case INT, NUMBER -> object.put(name, 10 + seed.below(5_000));
            case BOOL -> object.put(name, seed.below(2) == 0);
            case PERCENT -> object.put(name, 5 + seed.below(95));
            case POINTS -> object.put(name, 1 + seed.below(40));
            case MINUTES -> object.put(name, 15 * (1 + seed.below(16)));
            case TERMS -> object.put(name, 7 * (1 + seed.below(4)));
            case AMOUNT -> object.put(name, 990 + 10 * seed.below(90_000));
            case DATE -> object.put(name, Moments.date(seed));
            case DATETIME -> object.put(name, Moments.moment(seed));
            case SLOT -> object.put(name, Moments.slot(whole));
            case SLOT_END -> object.put(name, Moments.slotEnd(whole));
            case ENUM -> object.put(name, seed.of(field.names()));
            case ID -> object.put(name, reference(field.names().getFirst(), fixed, seed));
            case STRINGS -> object.putArray(name).add(Prose.word(seed)).add(Prose.word(seed.next(1)));
            case SHAPE -> put(object.putObject(name), shape(field), seed, number);
            case SHAPES -> {
                for (int i = 0; i <= seed.below(3); i++) {
                    put(object.withArrayProperty(name).addObject(), shape(field), seed.next(i), number);
                }
            }
            case PERSON -> object.put(name, Names.person(number));
            case EMAIL -> object.put(name, Names.email(number, number % Names.COMPANIES));
            case COMPANY -> object.put(name, Names.company(number));
            case DOMAIN -> object.put(name, Names.domain(number));
            case BILLING_EMAIL -> object.put(name, "accounts@" + Names.domain(number));
            case COLLEAGUE -> object.put(name, Names.colleague(any));
            case COLLEAGUE_NAME -> object.put(name, Names.colleagueName(any));
            case PRODUCT -> object.put(name, Names.product(number));
            case CHANNEL -> object.put(name, Names.channel(number));
            default -> object.put(name, Things.of(field.kind(), seed, number));
        }
    }

    private List<Field> shape(Field field) {
        return server.shapes().getOrDefault(field.names().getFirst(), List.of());
    }

    private String reference(String collection, int fixed, Seed seed) {
        int size = server.entities().stream()
                .filter(entity -> entity.plural().equals(collection))
                .mapToInt(Entity::size)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(server.name() + " has no " + collection));
        return id(server, collection, fixed >= 0 ? fixed : seed.below(size));
    }
}
