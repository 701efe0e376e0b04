package org.reactiveorm.processor;

import java.util.function.BiConsumer;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Takes down mistakes and goes on, so that one compilation shows all of them. */
final class Problems {

    private final BiConsumer<Place, String> sink;
    private int count;

    private Problems(BiConsumer<Place, String> sink) {
        this.sink = sink;
    }

    /** Reports compile errors. */
    static Problems to(Messager messager) {
        return new Problems((place, message) ->
                messager.printMessage(Diagnostic.Kind.ERROR, message, place.element(), place.mirror(), place.value()));
    }

    /** Reports nothing: for classes that were compiled, and checked, before. */
    static Problems silent() {
        return new Problems((place, message) -> {});
    }

    void report(Code code, Place place, String message) {
        count++;
        sink.accept(place, "[" + code + "] " + message);
    }

    /** How many there were so far, to tell whether something added to them. */
    int count() {
        return count;
    }
}
