package org.reactiveorm.test;

import org.reactiveorm.ReactiveOrm;
import reactor.core.publisher.Mono;

/** The few statements that the tests of the kit need. */
final class Notes {

    private Notes() {}

    static Mono<Long> insert(ReactiveOrm orm, int id) {
        return orm.sql("insert into note (id) values (:id)").bind("id", id).execute();
    }

    static Mono<Long> count(ReactiveOrm orm) {
        return orm.sql("select count(*) from note").as(Long.class).oneOrFail();
    }
}
