package org.reactiveorm.example;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body. Errors of the database are the library's to answer. */
@RestControllerAdvice
class RequestErrors extends ResponseEntityExceptionHandler {

    @Override
    protected Mono<ResponseEntity<Object>> handleWebExchangeBindException(
            WebExchangeBindException error, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        Map<String, String> wrong = new TreeMap<>();
        for (FieldError field : error.getFieldErrors()) {
            wrong.put(field.getField(), String.valueOf(field.getDefaultMessage()));
        }
        return answer(new InvalidFields(wrong), exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException error, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return answer(translate(error), exchange);
    }

    private static ErrorResponseException translate(ServerWebInputException error) {
<<<<<<< HEAD
        if (error.getMostSpecificCause() instanceof DatabindException json
                && !json.getPath().isEmpty()) {
=======
        if (error.getMostSpecificCause() instanceof JacksonException json && !json.getPath().isEmpty()) {
>>>>>>> spring
            String problem =
                    json instanceof UnrecognizedPropertyException ? "is not known" : "has a value of the wrong type";
            return new InvalidFields(Map.of(path(json), problem));
        }
        if (error.getCause() instanceof TypeMismatchException && error.getMethodParameter() != null) {
            return new BadRequest("'%s' has a value of the wrong type."
                    .formatted(error.getMethodParameter().getParameterName()));
        }
        return new BadRequest("The body is missing or not the JSON that belongs here.");
    }

    private Mono<ResponseEntity<Object>> answer(ErrorResponseException error, ServerWebExchange exchange) {
        return handleExceptionInternal(error, error.getBody(), error.getHeaders(), error.getStatusCode(), exchange);
    }

    /** {@code posts[0].title} */
    private static String path(JacksonException error) {
        StringBuilder path = new StringBuilder();
        error.getPath().forEach(step -> {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        });
        return path.toString();
    }
}
