package org.reactiveorm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.MappingException;

class FetchTest {

    @Test
    void aRowThatAKeyPromisesButIsGoneIsAnErrorThatSaysWhatToDo() {
        Fetch.Related related = branch -> branch == 0 ? List.of("there") : List.of();

        assertThat(related.required(0, String.class)).isEqualTo("there");
        assertThat(related.one(1, String.class)).isNull();
        assertThat(catchThrowable(() -> related.required(1, String.class)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("of which a String should be made")
                .hasMessageContaining("REPEATABLE_READ");
    }
}
