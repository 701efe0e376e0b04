package org.reactiveorm.example;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The user in the path does not exist, which the foreign key of what was to belong to it has found out. */
final class NoSuchUser extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    NoSuchUser(long id) {
        super(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no User with id %d.".formatted(id)),
                null);
    }
}
