package org.reactiveorm.semantics;

import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.scope.Tenant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Two tenants with the same rows, in which each thing that is deleted has one like it that is not. Ids count from one for acme
 * and from 101 for globex.
 */
final class Offices {

    static final String ACME = "acme";
    static final String GLOBEX = "globex";

    /** Runs as {@code psql} would, past every scope. */
    private static final String ROWS = """
            insert into topics (id, name) values (1, 'wood'), (2, 'stone');
            insert into projects (id, tenant, name, deleted_at, changed_at)
            select o + id, tenant, name, case when gone then timestamptz '2024-01-01' end, timestamptz '2023-01-01'
            from (values (1, 'house', false), (2, 'tower', false), (3, 'cellar', true)) p(id, name, gone),
                 (values (0, 'acme'), (100, 'globex')) t(o, tenant);
            insert into tasks (id, tenant, title, gone, project_id, parent_id)
            select o + id, tenant, title, gone, o + project, o + parent
            from (values (1, 'plan', false, 1, null), (2, 'build', false, 1, null), (3, 'burn', true, 1, null),
                         (4, 'draw', false, 1, 1), (5, 'trace', false, 1, 4), (6, 'copy', true, 1, 1),
                         (7, 'scan', false, 1, 6), (8, 'dig', false, 3, null), (9, 'think', false, null, null))
                     k(id, title, gone, project, parent),
                 (values (0, 'acme'), (100, 'globex')) t(o, tenant);
            insert into task_topics (task_id, topic_id)
            select o + task, topic
            from (values (1, 1), (1, 2), (3, 1), (2, 2)) l(task, topic), (values (0), (100)) t(o);
            select setval(pg_get_serial_sequence('projects', 'id'), 200), setval(pg_get_serial_sequence('tasks', 'id'), 200);
            """;

    private Offices() {}

    static void fill(ReactiveOrm orm) {
        orm.sql(ROWS).execute().block();
    }

    static <T> Mono<T> acme(Mono<T> work) {
        return work.contextWrite(Tenant.of(ACME));
    }

    static <T> Flux<T> acme(Flux<T> work) {
        return work.contextWrite(Tenant.of(ACME));
    }

    static <T> Mono<T> globex(Mono<T> work) {
        return work.contextWrite(Tenant.of(GLOBEX));
    }

    /** One value of the rows that are really there. */
    static String stored(ReactiveOrm orm, String sql) {
        return orm.sql(sql).as(String.class).one().block();
    }
}
