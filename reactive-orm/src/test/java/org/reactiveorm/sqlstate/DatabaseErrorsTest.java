package org.reactiveorm.sqlstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcBadGrammarException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactiveorm.error.InvalidValueException;

class DatabaseErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    22003 | value "hush" is out of range for type integer | value is out of range for type integer
                    22003 | "hush" is out of range for type real          | it is out of range for type real
                    22P02 | invalid input syntax for type uuid: "hush"    | invalid input syntax for type uuid
                    22P02 | malformed array literal: "a "hush""           | malformed array literal
                    22003 | integer out of range                          | integer out of range
                    """)
    void theMessageOfAnInvalidValueIsWithoutTheValue(String state, String ofServer, String expected) {
        assertThat(DatabaseErrors.translate(new R2dbcBadGrammarException(ofServer, state), ErrorSubject.unknown()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("The database cannot take a value: %s (%s).", expected, state);
    }
}
