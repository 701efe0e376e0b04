package org.reactiveorm.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.reactiveorm.error.NotLoadedException;

class NotLoadedTest {

    @Test
    void namesTheHandleThatGeneratedCodeHas() {
        assertThatThrownBy(() -> Many.notLoaded("HTMLPage", "HTML_PAGE.links").list())
                .isInstanceOf(NotLoadedException.class)
                .hasMessage(
                        "HTMLPage.links is not loaded. Add .include(HTML_PAGE.links) to the query that read this HTMLPage.");
    }

    @Test
    void namesTheRelationWhereTheHandleIsNotKnown() {
        assertThatThrownBy(() -> One.notLoaded("HTMLPage", "site").get())
                .isInstanceOf(NotLoadedException.class)
                .hasMessage("HTMLPage.site is not loaded. Add .include(site) to the query that read this HTMLPage.");
    }
}
