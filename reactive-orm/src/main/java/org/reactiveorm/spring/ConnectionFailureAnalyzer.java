package org.reactiveorm.spring;

import org.reactiveorm.error.ConnectionLostException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Tells which database could not be reached, and why, when an application uses it at start. */
final class ConnectionFailureAnalyzer extends AbstractFailureAnalyzer<ConnectionLostException> {

    private final Environment environment;

    ConnectionFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConnectionLostException cause) {
        return new FailureAnalysis(
                "Cannot connect to the database%s: %s".formatted(name(), rootMessage(cause)),
                "Start the database, or correct spring.r2dbc.url, spring.r2dbc.username and spring.r2dbc.password.",
                rootFailure);
    }

    /** Host, port and database of the URL; before them may be a password, behind them may be one too. */
    private String name() {
        String url = environment.getProperty("spring.r2dbc.url");
        return url == null ? "" : " " + url.replaceFirst("//[^?]*@", "//").replaceFirst("\\?.*", "");
    }

    private static String rootMessage(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
