package org.reactiveorm.example;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Fields of the body that break a constraint. */
final class InvalidFields extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /** From the field's path to what is wrong with it. */
    InvalidFields(Map<String, String> wrong) {
        super(HttpStatus.BAD_REQUEST, problem(wrong), null);
    }

    private static ProblemDetail problem(Map<String, String> wrong) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Invalid: %s.".formatted(String.join(", ", wrong.keySet())));
        problem.setTitle("Invalid fields");
        problem.setProperty("fields", wrong);
        return problem;
    }
}
