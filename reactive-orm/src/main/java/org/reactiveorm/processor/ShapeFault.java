package org.reactiveorm.processor;

/** A mistake in a shape's component, found where it cannot be told which annotation it belongs to. */
final class ShapeFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final int position;

    private ShapeFault(String sentence, int position) {
        super(sentence, null, false, false);
        this.sentence = sentence;
        this.position = position;
    }

    static ShapeFault of(String sentence) {
        return new ShapeFault(sentence, 0);
    }

    /** The consequence of a mistake that is reported elsewhere. */
    static ShapeFault known() {
        return new ShapeFault("", 0);
    }

    /** The same at a place of a text, counted from one. */
    ShapeFault at(int place) {
        return new ShapeFault(sentence, place);
    }

    /** Whether somebody has been told already. */
    boolean isKnown() {
        return sentence.isEmpty();
    }

    String sentence() {
        return sentence;
    }

    /** What follows the annotation in a message. */
    String placed() {
        return (position == 0 ? ": " : " at position " + position + ": ") + sentence;
    }
}
