package org.reactiveorm.spring;

import org.reactiveorm.error.SchemaMismatchException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what differs, when an application checks its schema at start. */
final class SchemaMismatchFailureAnalyzer extends AbstractFailureAnalyzer<SchemaMismatchException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaMismatchException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Migrate the database, or change the entities.", rootFailure);
    }
}
