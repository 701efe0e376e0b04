package org.reactiveorm.example;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The client asks for something that makes no sense. */
final class BadRequest extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    BadRequest(String detail) {
        super(HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail), null);
    }
}
