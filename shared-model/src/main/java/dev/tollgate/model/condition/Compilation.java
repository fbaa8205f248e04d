package dev.tollgate.model.condition;

/** What became of a condition's text. */
public sealed interface Compilation permits CompiledCondition, ConditionFault {}
