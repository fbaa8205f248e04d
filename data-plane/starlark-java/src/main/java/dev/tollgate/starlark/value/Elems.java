package dev.tollgate.starlark.value;

/** The elements of a string or of bytes, one by one, as {@code x.elems()} gives them. */
public sealed interface Elems extends Value, Sequence {
    Value source();

    @Override
    default boolean truth() {
        return size() > 0;
    }

    /** One-element strings. */
    record OfString(Str source) implements Elems {
        @Override
        public int size() {
            return source.length();
        }

        @Override
        public Value at(int index) {
            return Str.of(source.value().charAt(index));
        }

        @Override
        public String type() {
            return "string.elems";
        }
    }

    /** Integers from 0 to 255. */
    record OfBytes(Bytes source) implements Elems {
        @Override
        public int size() {
            return source.length();
        }

        @Override
        public Value at(int index) {
            return Int.of(source.at(index));
        }

        @Override
        public String type() {
            return "bytes.elems";
        }
    }
}
