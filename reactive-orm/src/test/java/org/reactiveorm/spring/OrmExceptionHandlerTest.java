package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.PoolExhaustedException;
import org.reactiveorm.error.UniqueViolationException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OrmExceptionHandlerTest {

    private static final ErrorContext WHERE =
            new ErrorContext("User", "insert into secret", "23505", "users_email_key", List.of("email"), null, null);

    private final ReactiveWebApplicationContextRunner boot = new ReactiveWebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    CodecsAutoConfiguration.class,
                    HttpHandlerAutoConfiguration.class,
                    WebFluxAutoConfiguration.class,
                    ErrorWebFluxAutoConfiguration.class,
                    ReactiveOrmWebAutoConfiguration.class))
            .withUserConfiguration(Endpoints.class);

    @Test
    void anErrorOfAnAnnotatedEndpointIsAProblem() {
        with(
                boot,
                client -> assertThat(problem(client, "/annotated", HttpStatus.NOT_FOUND))
                        .isEqualTo("""
                {"detail":"There is no User 7.","instance":"/annotated","status":404,"title":"Not found",\
                "type":"urn:problem-type:reactive-orm:not-found","entity":"User"}"""));
    }

    @Test
    void anErrorOfAFunctionalEndpointIsAProblem() {
        with(
                boot,
                client -> assertThat(problem(client, "/functional", HttpStatus.CONFLICT))
                        .isEqualTo("""
                {"detail":"A User with the same email exists.","instance":"/functional","status":409,\
                "title":"Already exists","type":"urn:problem-type:reactive-orm:unique-violation",\
                "entity":"User","properties":["email"],"constraint":"users_email_key"}"""));
    }

    @Test
    void anErrorBeforeTheFirstElementOfAStreamIsAProblem() {
        with(
                boot,
                client -> assertThat(problem(client, "/stream", HttpStatus.INTERNAL_SERVER_ERROR))
                        .isEqualTo("""
                {"detail":"The service made a mistake.","instance":"/stream","status":500,\
                "title":"Internal Server Error"}"""));
    }

    @Test
    void otherErrorsAreLeftToBoot() {
        with(
                boot,
                client -> assertThat(client.get()
                                .uri("/other")
                                .exchange()
                                .expectStatus()
                                .isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR)
                                .expectHeader()
                                .contentType(MediaType.APPLICATION_JSON)
                                .expectBody(String.class)
                                .returnResult()
                                .getResponseBody())
                        .contains("\"path\":\"/other\""));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aDatabaseThatIsAwayIsLoggedInALine(CapturedOutput output) {
        with(boot, client -> problem(client, "/transactional", HttpStatus.SERVICE_UNAVAILABLE));
        assertThat(output).contains("GET /transactional failed: none is free").doesNotContain("\tat ");
    }

    @Test
    void whatATransactionOfSpringsFailsWithIsThatOfItsCause() {
        with(
                boot,
                client -> assertThat(problem(client, "/transactional", HttpStatus.SERVICE_UNAVAILABLE))
                        .contains("urn:problem-type:reactive-orm:pool-exhausted"));
    }

    @Test
    void theApplicationsOwnExceptionHandlerComesFirst() {
        with(
                boot.withUserConfiguration(OwnAdvice.class),
                client ->
                        client.get().uri("/annotated").exchange().expectStatus().isEqualTo(HttpStatus.GONE));
    }

    @Test
    void theApplicationsOwnProblemsReplaceOurs() {
        OrmProblems own = error -> ProblemDetail.forStatus(HttpStatus.LOCKED);
        with(
                boot.withBean(OrmProblems.class, () -> own),
                client -> client.get()
                        .uri("/functional")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(HttpStatus.LOCKED));
    }

    private static @Nullable String problem(WebTestClient client, String path, HttpStatus status) {
        return client.get()
                .uri(path)
                .accept(MediaType.ALL)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static void with(ReactiveWebApplicationContextRunner runner, Consumer<WebTestClient> test) {
        runner.run(context ->
                test.accept(WebTestClient.bindToApplicationContext(context).build()));
    }

    @RestController
    @Configuration(proxyBeanMethods = false)
    static class Endpoints {

        @GetMapping("/annotated")
        Mono<String> annotated() {
            return Mono.error(new NotFoundException("There is no User 7.", ErrorContext.of("User")));
        }

        @GetMapping("/stream")
        Flux<String> stream() {
            return Flux.error(new DatabaseException("insert into secret failed", WHERE, null));
        }

        @GetMapping("/transactional")
        Mono<String> transactional() {
            PoolExhaustedException exhausted = new PoolExhaustedException("none is free", ErrorContext.none(), null);
            return Mono.error(new CannotCreateTransactionException("The transaction could not begin", exhausted));
        }

        @GetMapping("/other")
        Mono<String> other() {
            return Mono.error(new IllegalStateException("not ours"));
        }

        @Bean
        RouterFunction<ServerResponse> functional() {
            return RouterFunctions.route(GET("/functional"), request -> {
                throw new UniqueViolationException("A User with the same email exists.", WHERE, null);
            });
        }
    }

    @RestControllerAdvice
    static class OwnAdvice {

        @ExceptionHandler
        ProblemDetail gone(NotFoundException error) {
            return ProblemDetail.forStatus(HttpStatus.GONE);
        }
    }
}
