package org.reactiveorm.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The service. Without {@code spring.r2dbc.url} it brings its own PostgreSQL, see {@link EmbeddedDatabase}. A start that
 * fails says why in a sentence, see {@link StartFailure}, and ends with exit code 1.
 */
@SpringBootApplication
class ExampleApplication {

    /** Starts it; ends with the process. */
    public static void main(String[] arguments) {
        try {
            SpringApplication.run(ExampleApplication.class, arguments);
        } catch (RuntimeException reported) {
            System.exit(1);
        }
    }
}
