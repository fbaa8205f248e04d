package dev.tollgate.starlark.value;

/** What has elements at indices from zero: lists, tuples, ranges and elems. Not strings: they are no iterables. */
public sealed interface Sequence permits ListValue, Tuple, Range, Elems {
    int size();

    Value at(int index);
}
