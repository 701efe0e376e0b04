package org.reactiveorm.processor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A method of a staged builder.
 *
 * @param name the method's name
 * @param parameters types and names
 * @param change the call on the draft, without the draft
 * @param doc what it does
 */
record Setter(String name, List<Parameter> parameters, String change, String doc) {

    /**
     * A parameter.
     *
     * @param type its type as code
     * @param name its name
     */
    record Parameter(String type, String name) {

        @Override
        public String toString() {
            return type + " " + name;
        }
    }

    Setter {
        parameters = List.copyOf(parameters);
    }

    /** {@code title(String title)}. */
    String signature() {
        return name + parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
