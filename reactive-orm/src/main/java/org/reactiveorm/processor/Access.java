package org.reactiveorm.processor;

/**
 * How code gets and sets the value of a component or field.
 *
 * @param reader what follows the dot when the value is read: {@code id()}, {@code getAge()} or {@code age}
 * @param writer the setter's name, or the field's where {@code isField}; unused for records
 * @param isField whether the value is assigned
 */
record Access(String reader, String writer, boolean isField) {

    static Access component(String name) {
        return new Access(name + "()", name, false);
    }

    static Access field(String name) {
        return new Access(name, name, true);
    }

    String get(String target) {
        return target + "." + reader;
    }

    String set(String target, String value) {
        return isField ? target + "." + writer + " = " + value + ";" : target + "." + writer + "(" + value + ");";
    }
}
