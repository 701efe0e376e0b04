package org.reactiveorm.example;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on standard error why the service could not start. Boot's own report of many lines is switched off. */
final class StartFailure implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("The service could not start: " + analysis.getDescription());
    }
}
