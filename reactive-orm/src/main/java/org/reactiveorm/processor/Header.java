package org.reactiveorm.processor;

/**
 * What stands above each generated type.
 *
 * @param isGeneratedKnown whether {@code javax.annotation.processing.Generated} can be seen; a module may not read it
 */
record Header(boolean isGeneratedKnown) {

    private static final String PROCESSOR = "org.reactiveorm.processor.OrmProcessor";

    void write(SourceFile file, String sentence) {
        file.doc(sentence);
        if (isGeneratedKnown) {
            file.line("@" + Library.GENERATED + "(\"" + PROCESSOR + "\")");
        }
        file.line("@" + Library.NULL_MARKED);
    }
}
