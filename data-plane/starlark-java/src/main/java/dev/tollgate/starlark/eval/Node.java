package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.value.Value;

/** An expression, ready to run. Nodes hold nothing of a run and are shared by all. */
abstract class Node {
    abstract Value eval(Frame frame);
}
