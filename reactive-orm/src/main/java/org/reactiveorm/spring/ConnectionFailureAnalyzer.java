package org.reactiveorm.spring;

import java.net.ConnectException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.sqlstate.DatabaseErrors;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/**
 * Tells in one sentence, without secrets, which database could not be reached at start and why, or what is wrong with
 * its URL.
 */
final class ConnectionFailureAnalyzer implements FailureAnalyzer {

    private static final String ACTION =
            "Start the database, or correct spring.r2dbc.url, spring.r2dbc.username and spring.r2dbc.password.";
    private static final String BOOTS_FACTORY = "org.springframework.boot.r2dbc.autoconfigure";

    private final Environment environment;

    ConnectionFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ConnectionLostException) {
                return because("Cannot connect to the database%s: %s.", each, failure);
            }
            if (each instanceof BeanCreationException bean
                    && String.valueOf(bean.getResourceDescription())
                            .replace('/', '.')
                            .contains(BOOTS_FACTORY)) {
                return because("The database URL%s cannot be used: %s.", each, failure);
            }
        }
        return null;
    }

    private FailureAnalysis because(String sentence, Throwable at, Throwable failure) {
        String url = environment.getProperty("spring.r2dbc.url");
        String name = url == null ? "" : " " + url.replaceFirst("\\?.*", "");
        return new FailureAnalysis(withoutSecrets(sentence.formatted(name, reason(at))), ACTION, failure);
    }

    private static String reason(Throwable error) {
        Throwable root = DatabaseErrors.rootOf(error);
        if (root instanceof UnknownHostException) {
            return "the host is not known";
        }
        if (root instanceof ConnectException) {
            return "nothing accepts connections there";
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** User and password stand between the slashes and the last {@code @}, which may be part of the password. */
    private static String withoutSecrets(String text) {
        return text.replaceAll("//\\S*@", "//");
    }
}
