package org.reactiveorm.example;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Somebody wants to give more than there is. */
final class InsufficientFunds extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    InsufficientFunds(long userId) {
        super(HttpStatus.CONFLICT, problem(userId), null);
    }

    private static ProblemDetail problem(long userId) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "User %d has not that much money.".formatted(userId));
        problem.setType(URI.create("urn:problem-type:example:insufficient-funds"));
        problem.setTitle("Insufficient funds");
        return problem;
    }
}
