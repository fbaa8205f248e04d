package dev.tollgate.openapi;

import java.util.List;

/** What the parser found wrong with one operation, as far as a call would go wrong for it. */
final class Faults {
    private Faults() {}

    /** Refuses an operation with a fault in its parameters or body: the parser has read less than is there. */
    static void check(List<String> faults, Operation operation) throws LeftOut {
        String own = "paths.'" + operation.path() + "'(" + operation.key() + ")";
        String item = "paths.'" + operation.path() + "'.parameters";
        for (String fault : faults) {
            boolean concerns = fault.contains(own) && !fault.contains(own + ".responses") || fault.contains(item);
            if (concerns && !fault.contains("is unexpected") && !fault.contains(".tags")) {
                throw new LeftOut("is not as OpenAPI asks: " + fault);
            }
        }
    }
}
