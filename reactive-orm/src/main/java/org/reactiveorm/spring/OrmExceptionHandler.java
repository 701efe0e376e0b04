package org.reactiveorm.spring;

import java.net.URI;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.OrmException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.transaction.TransactionException;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Answers errors of the library that no handler of the application took, of annotated and of functional endpoints alike,
 * as long as nothing has been answered yet; also as the cause of Spring's own errors of transactions. Those that are the service's fault
 * are logged with their stack trace, and of a database that is not there just the line that says so.
 */
final class OrmExceptionHandler implements WebExceptionHandler, Ordered {

    private static final Log LOG = LogFactory.getLog(OrmExceptionHandler.class);

    /** Just before Boot's own, which answers whatever is left. */
    private static final int ORDER = -2;

    private static final boolean HAS_TRANSACTIONS = ClassUtils.isPresent(
            "org.springframework.transaction.TransactionException", OrmExceptionHandler.class.getClassLoader());

    private final OrmProblems problems;
    private final ServerResponse.Context writing;

    OrmExceptionHandler(OrmProblems problems, ServerCodecConfigurer codecs) {
        this.problems = problems;
        this.writing = new Writing(codecs.getWriters());
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        OrmException ours = ours(error);
        if (ours == null || exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        ProblemDetail problem = problems.of(ours);
        if (problem.getInstance() == null) {
            problem.setInstance(URI.create(exchange.getRequest().getPath().value()));
        }
        note(exchange, ours, problem);
        return ServerResponse.status(HttpStatusCode.valueOf(problem.getStatus()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(problem)
                .flatMap(response -> response.writeTo(exchange, writing));
    }

    /** Spring's own transaction errors say less than what they come from. */
    private static @Nullable OrmException ours(Throwable error) {
        if (error instanceof OrmException own) {
            return own;
        }
        return HAS_TRANSACTIONS
                        && error instanceof TransactionException
                        && error.getCause() instanceof OrmException cause
                ? cause
                : null;
    }

    private static void note(ServerWebExchange exchange, OrmException error, ProblemDetail problem) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observation -> observation.setError(error));
        HttpStatusCode status = HttpStatusCode.valueOf(problem.getStatus());
        String failed = exchange.getLogPrefix() + exchange.getRequest().getMethod() + " "
                + exchange.getRequest().getPath() + " failed";
        if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
            // while a database is away, every request would have the same stack trace
            LOG.warn(failed + ": " + error.getMessage());
        } else if (status.is5xxServerError()) {
            LOG.error(failed, error);
        }
    }

    private record Writing(List<HttpMessageWriter<?>> messageWriters) implements ServerResponse.Context {

        @Override
        public List<ViewResolver> viewResolvers() {
            return List.of();
        }
    }
}
