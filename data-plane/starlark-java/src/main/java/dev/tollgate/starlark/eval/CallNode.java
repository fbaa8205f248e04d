package dev.tollgate.starlark.eval;

import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.fault.Stop;
import dev.tollgate.starlark.lib.Builtin;
import dev.tollgate.starlark.lib.Definition;
import dev.tollgate.starlark.lib.Methods;
import dev.tollgate.starlark.value.Callable;
import dev.tollgate.starlark.value.Prepared;
import dev.tollgate.starlark.value.Struct;
import dev.tollgate.starlark.value.Value;
import org.jspecify.annotations.Nullable;

/** A call. A method called at once is never made a value. */
final class CallNode extends Node {
    private final Node callee;
    /** Of a method; then {@link #callee} is its object. */
    private final Methods.@Nullable Named method;

    private final ArgumentNodes arguments;
    private final int methodOffset;
    private final int offset;

    CallNode(Node callee, @Nullable String method, ArgumentNodes arguments, int methodOffset, int offset) {
        this.callee = callee;
        this.method = method == null ? null : new Methods.Named(method);
        this.arguments = arguments;
        this.methodOffset = methodOffset;
        this.offset = offset;
    }

    @Override
    Value eval(Frame frame) {
        Value object = callee.eval(frame);
        if (method != null && !(object instanceof Struct)) {
            Definition definition = definition(object, method);
            ArgumentNodes.Evaluated given = arguments.eval(frame, offset);
            try {
                frame.machine.meter().steps(1);
                return definition.call(frame.machine, object, given.values(), given.names());
            } catch (Stop stop) {
                throw stop.at(offset);
            }
        }
        Callable function = callable(object);
        ArgumentNodes.Evaluated given = arguments.eval(frame, offset);
        try {
            frame.machine.meter().steps(1);
            return function.call(frame.machine, given.values(), given.names());
        } catch (Stop stop) {
            throw stop.at(offset);
        }
    }

    /** Everything but the call itself. */
    Prepared prepare(Frame frame) {
        Value object = callee.eval(frame);
        Callable function = method != null && !(object instanceof Struct)
                ? Builtin.method(frame.machine, definition(object, method), object)
                : callable(object);
        ArgumentNodes.Evaluated given = arguments.eval(frame, offset);
        return new Prepared(function, given.values(), given.names());
    }

    private Definition definition(Value object, Methods.Named named) {
        Definition definition = named.on(object);
        if (definition == null) {
            throw Methods.missing(object, named.name()).at(methodOffset);
        }
        return definition;
    }

    private Callable callable(Value object) {
        Value function = method != null && object instanceof Struct struct ? field(struct, method.name()) : object;
        if (!(function instanceof Callable callable)) {
            throw new ScriptFault("'" + function.type() + "' value is not callable").at(offset);
        }
        return callable;
    }

    private Value field(Struct struct, String name) {
        Value field = struct.field(name);
        if (field == null) {
            throw Methods.missing(struct, name).at(methodOffset);
        }
        return field;
    }
}
