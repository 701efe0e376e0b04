package org.reactiveorm.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactiveorm.test.postgres.PostgresServer;
import org.reactiveorm.test.postgres.TestDatabase;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as a process: how it starts, why it does not, and what it leaves behind. */
class StartAndStopIT {

    private static final String NAME = "The service could not start: ";

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    r2dbc:postgresql://ada:secret@localhost:1/db | Cannot connect to the database r2dbc:postgresql://localhost:1/db: nothing accepts connections there.
                    r2dbc:postgresql://ada:secret@no.such.host.invalid/db | Cannot connect to the database r2dbc:postgresql://no.such.host.invalid/db: the host is not known.
                    postgres://ada:secret@localhost/db | The database URL postgres://localhost/db cannot be used: URL postgres://localhost/db does not start with the r2dbc scheme.
                    r2dbc:postgresql://localhost/db | The database URL r2dbc:postgresql://localhost/db cannot be used: No value found for user.
                    """)
    void aDatabaseThatCannotBeReachedIsOneSentence(String url, String sentence) {
        try (RunningService service = RunningService.start(temporary, "--server.port=0", "--spring.r2dbc.url=" + url)) {
            assertThat(service.awaitEnd()).isEqualTo(1);
            assertThat(service.errors()).isEqualTo(NAME + sentence);
            assertThat(service.restOfOutput()).isEmpty();
        }
    }

    @Test
    void aDatabaseThatRefusesTheUserIsOneSentence() {
        try (TestDatabase database = PostgresServer.shared().database("")) {
            String url = database.url().replaceFirst("//[^@]*@", "//nobody:wrong@");
            try (RunningService service =
                    RunningService.start(temporary, "--server.port=0", "--spring.r2dbc.url=" + url)) {
                assertThat(service.awaitEnd()).isEqualTo(1);
                assertThat(service.errors())
                        .startsWith(NAME + "Cannot connect to the database r2dbc:postgresql://")
                        .contains("\"nobody\"")
                        .doesNotContain("wrong", "\n");
                assertThat(service.restOfOutput()).isEmpty();
            }
        }
    }

    @Test
    void aPortThatIsTakenIsOneSentenceAndTheDatabaseIsStopped() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                RunningService service = RunningService.start(temporary, "--server.port=" + taken.getLocalPort())) {
            assertThat(service.awaitEnd()).isEqualTo(1);
            assertThat(service.errors())
                    .isEqualTo(NAME
                            + "Web server failed to start. Port %d was already in use."
                                    .formatted(taken.getLocalPort()));
            assertThat(service.restOfOutput()).isEmpty();
            assertNothingIsLeft(service);
        }
    }

    @Test
    void aSchemaThatDoesNotFitIsReportedPlaceByPlace() {
        try (TestDatabase database = PostgresServer.shared()
                        .database("create table users (id bigint primary key, username varchar(3) not null)");
                RunningService service =
                        RunningService.start(temporary, "--server.port=0", "--spring.r2dbc.url=" + database.url())) {
            assertThat(service.awaitEnd()).isEqualTo(1);
            assertThat(service.errors())
                    .startsWith(NAME + "The database differs from the model in ")
                    .contains("email", "posts");
            assertThat(service.restOfOutput()).isEmpty();
        }
    }

    @Test
    void anEmptyDatabaseGetsItsTablesOnceAndNoData() {
        try (TestDatabase database = PostgresServer.shared().database("")) {
            for (int start = 0; start < 2; start++) {
                try (RunningService service =
                        RunningService.start(temporary, "--server.port=0", "--spring.r2dbc.url=" + database.url())) {
                    assertThat(users(service.awaitLine("Try: curl"))).contains("\"total\":0");
                }
            }
        }
    }

    @Test
    void aServiceThatIsToldToEndLeavesNoProcessAndNoData() {
        try (RunningService service = RunningService.start(temporary, "--server.port=0")) {
            String output = service.awaitLine("Try: curl");
            assertThat(output.lines()).hasSize(2);
            assertThat(users(output)).contains("alice");
            assertThat(service.processesLeft()).anyMatch(command -> command.contains("postgres"));
            service.terminate();
            assertThat(service.awaitEnd()).isEqualTo(128 + 15);
            assertThat(service.errors()).isEmpty();
            assertNothingIsLeft(service);
        }
    }

    @Test
    void aServiceThatIsToldToEndWhileItsDatabaseStartsLeavesNothingEither() {
        try (RunningService service = RunningService.start(temporary, "--server.port=0")) {
            service.awaitDatabaseStarting();
            service.terminate();
            service.awaitEnd();
            assertNothingIsLeft(service);
        }
    }

    private static void assertNothingIsLeft(RunningService service) {
        assertThat(service.processesLeft()).isEmpty();
        assertThat(service.dataDirectories()).isEqualTo(List.of());
    }

    private static String users(String output) {
        Matcher url = Pattern.compile("http://localhost:\\d+/users").matcher(output);
        assertThat(url.find()).isTrue();
        return String.valueOf(WebTestClient.bindToServer()
                .baseUrl(url.group())
                .build()
                .get()
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
