package dev.tollgate.bench.savings.catalogue;

import java.util.List;

/** A tool of a server. */
public sealed interface Tool {
    String name();

    boolean isReading();

    /** Something that is done with records of an entity. */
    record Crud(Entity entity, Operation operation) implements Tool {
        @Override
        public String name() {
            boolean many = operation == Operation.LIST || operation == Operation.SEARCH;
            return operation.word() + "_" + (many ? entity.plural() : entity.name());
        }

        @Override
        public boolean isReading() {
            return operation.isReading();
        }
    }

    /** Something of its own. */
    record Action(String name, Effect effect, String description, List<Field> parameters) implements Tool {
        public Action {
            parameters = List.copyOf(parameters);
        }

        @Override
        public boolean isReading() {
            return effect == Effect.READ;
        }
    }

    /** What an action does to the data. */
    enum Effect {
        READ,
        CHANGE,
        DESTROY
    }
}
