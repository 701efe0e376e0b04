package org.reactiveorm.example;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request lacks the condition that it has to be made under, or has one that cannot hold. */
final class Precondition extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private Precondition(HttpStatus status, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    static Precondition required() {
        return new Precondition(
                HttpStatus.PRECONDITION_REQUIRED,
                "Send the ETag of what you have read as If-Match, or * for whatever is there.");
    }

    static Precondition failed(String ifMatch) {
        return new Precondition(HttpStatus.PRECONDITION_FAILED, "Nothing has the ETag %s.".formatted(ifMatch));
    }
}
