package org.reactiveorm.test.fault;

/**
 * That a line is cut when a text passes.
 *
 * @param text what the client sends
 * @param moment before or after the server has it
 */
record Cut(String text, Moment moment) {

    Cut {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A line is cut at a text, and this one is empty.");
        }
    }

    /** What the server knows when the line is cut. */
    enum Moment {
        /** It never gets the text. */
        BEFORE,
        /** It has the text; its answer is lost. */
        AFTER
    }
}
