package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.SchemaMismatchException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.mock.env.MockEnvironment;

class FailureAnalyzersTest {

    private final Environment environment = new MockEnvironment()
            .withProperty(
                    "spring.r2dbc.url", "r2dbc:postgresql://ada:se/cr@et@db.example.com:5432/app?password=secret");

    @Test
    void aConnectionThatCannotBeMadeNamesTheDatabaseAndTheReasonButNoSecret() {
        FailureAnalysis analysis = analyse(new BeanCreationException(
                "runner",
                "failed",
                new ConnectionLostException("lost", ErrorContext.none(), new ConnectException("Connection refused"))));
        assertThat(analysis.getDescription())
                .isEqualTo("Cannot connect to the database r2dbc:postgresql://db.example.com:5432/app: "
                        + "nothing accepts connections there.");
        assertThat(analysis.getAction()).contains("spring.r2dbc.url");
    }

    @Test
    void aUrlThatCannotBeUsedIsNamedWithoutItsSecrets() {
        String url = "postgres://ada:secret@localhost/db";
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(R2dbcAutoConfiguration.class, ReactiveOrmAutoConfiguration.class))
                .withPropertyValues("spring.r2dbc.url=" + url)
                .run(context -> assertThat(new ConnectionFailureAnalyzer(
                                        new MockEnvironment().withProperty("spring.r2dbc.url", url))
                                .analyze(context.getStartupFailure())
                                .getDescription())
                        .isEqualTo("The database URL postgres://localhost/db cannot be used: "
                                + "URL postgres://localhost/db does not start with the r2dbc scheme."));
    }

    @Test
    void otherFailuresAreNotOurs() {
        assertThat(new ConnectionFailureAnalyzer(environment).analyze(new IllegalStateException("other")))
                .isNull();
    }

    @Test
    void aSchemaThatDiffersIsReported() {
        FailureAnalysis analysis = analyse(new BeanCreationException(
                "runner", "failed", new SchemaMismatchException("users.email is missing", ErrorContext.none())));
        assertThat(analysis.getDescription()).isEqualTo("users.email is missing");
    }

    /** As Boot does it: found by name, made with the environment. */
    private FailureAnalysis analyse(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        ArgumentResolver.of(Environment.class, environment),
                        FailureHandler.handleMessage((message, error) -> {}))
                .stream()
                .filter(analyzer -> analyzer.getClass().getPackageName().equals("org.reactiveorm.spring"))
                .map(analyzer -> analyzer.analyze(failure))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
