package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.error.SchemaMismatchException;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

class CreateValidateIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    @Test
    void theSchemaThatTheModelMakesIsTheOneItExpects() {
        StepVerifier.create(database.orm().schema().validate())
                .assertNext(report -> assertThat(report.differences()).isEmpty())
                .verifyComplete();
    }

    @Test
    void everyDifferenceIsNamed() {
        database.orm().sql("alter table products drop column note").execute().block();
        database.orm()
                .sql("alter table boxes drop constraint boxes_hall_aisle_shelf_fkey")
                .execute()
                .block();
        database.orm()
                .sql("alter table categories alter column name drop not null")
                .execute()
                .block();

        StepVerifier.create(database.orm().schema().validate())
                .assertNext(report -> {
                    assertThat(report.isClean()).isFalse();
                    assertThat(report.differences()).hasSize(3);
                    assertThat(report.toString()).contains("products", "note", "boxes", "categories");
                    assertThat(org.assertj.core.api.Assertions.catchThrowable(report::requireClean))
                            .isInstanceOf(SchemaMismatchException.class)
                            .hasMessageContaining("note");
                })
                .verifyComplete();
    }

    @Test
    void aSchemaIsNotCreatedTwice() {
        StepVerifier.create(database.orm().schema().create()).verifyError();
    }
}
