package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Article_.ARTICLE;
import static org.reactiveorm.semantics.Project_.PROJECT;
import static org.reactiveorm.semantics.Task_.TASK;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.UnitOfWork;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.scope.Scope;
import org.reactiveorm.scope.Tenant;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.write.Auditor;
import org.reactiveorm.write.BatchResult;
import reactor.test.StepVerifier;

/** Tenants, deleted rows, moments and auditors in units of work. */
class UnitOfWorkScopesIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    private BatchResult flush(String tenant, UnitOfWork work) {
        BatchResult result = work.flush().contextWrite(Tenant.of(tenant)).block();
        assertThat(result).isNotNull();
        return result;
    }

    private long all() {
        Long projects = orm.find(PROJECT)
                .unscoped(Scope.TENANT, Scope.SOFT_DELETE)
                .count()
                .block();
        Long tasks =
                orm.find(TASK).unscoped(Scope.TENANT, Scope.SOFT_DELETE).count().block();
        return projects * 100 + tasks;
    }

    @Test
    void newRowsAreOfTheSubscribersTenant() {
        NewProject project = NewProject.name("x");
        NewTask one = NewTask.title("1").project(project);
        NewTask two = NewTask.title("2").project(project).parent(one);
        NewTask three = NewTask.title("3").project(project).parent(two);
        NewTask four = NewTask.title("4").project(project).parent(three);
        database.statements().clear();

        BatchResult result = flush("a", orm.batch().insert(four));

        assertThat(database.statements()).hasCount(3).hasCommitted(1);
        assertThat(result.inserted(TASK))
                .hasSize(4)
                .allSatisfy(task -> assertThat(task.tenant()).isEqualTo("a"));
        assertThat(result.of(four).parentId()).isEqualTo(result.of(three).id());
        database.statements().clear();
        StepVerifier.create(orm.batch().insert(four).flush())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("Rows of Task are of tenants")
                        .hasMessageContaining("names none"));
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void deletedRowsAreMarkedUnlessTheyAreToGoForever() {
        NewProject project = NewProject.name("x");
        NewTask task = NewTask.title("1").project(project);
        BatchResult made = flush("a", orm.batch().insert(task));

        BatchResult marked =
                flush("a", orm.batch().delete(PROJECT, made.of(project)).delete(TASK, made.of(task)));

        assertThat(marked.deletedCount()).isEqualTo(2);
        assertThat(all()).isEqualTo(101);
        StepVerifier.create(orm.find(TASK).count().contextWrite(Tenant.of("a")))
                .expectNext(0L)
                .verifyComplete();
        StepVerifier.create(orm.batch().delete(TASK, made.of(task)).flush().contextWrite(Tenant.of("a")))
                .verifyError(NotFoundException.class);

        Project now = orm.find(PROJECT)
                .unscoped(Scope.SOFT_DELETE)
                .one()
                .contextWrite(Tenant.of("a"))
                .block();
        flush(
                "a",
                orm.batch()
                        .delete(PROJECT, now)
                        .delete(TASK, made.of(task))
                        .permanently()
                        .unscoped(PROJECT, Scope.SOFT_DELETE)
                        .unscoped(TASK, Scope.SOFT_DELETE));
        assertThat(all()).isZero();
    }

    @Test
    void rowsOfAnotherTenantAreNotThere() {
        NewProject project = NewProject.name("x");
        BatchResult made = flush("a", orm.batch().insert(project));

        for (UnitOfWork work : List.of(
                orm.batch().insert(NewProject.name("y")).update(PROJECT, made.of(project)),
                orm.batch().insert(NewProject.name("y")).delete(PROJECT, made.of(project)))) {
            StepVerifier.create(work.flush().contextWrite(Tenant.of("b"))).verifyError(StaleEntityException.class);
        }
        assertThat(all()).isEqualTo(100);
    }

    @Test
    void aFlushHasOneMomentAndOneAuditor() {
        BatchResult made = orm.batch()
                .insert(NewArticle.title("a"))
                .insert(NewArticle.title("b").author("somebody"))
                .flush()
                .contextWrite(Auditor.context("ann"))
                .block();

        assertThat(made.inserted(ARTICLE)).extracting(Article::author).containsExactly("ann", "somebody");
        assertThat(made.inserted(ARTICLE).stream()
                        .map(Article::createdAt)
                        .distinct()
                        .count())
                .isEqualTo(1);
        BatchResult changed = orm.batch()
                .updateAll(ARTICLE, made.inserted(ARTICLE))
                .insert(NewArticle.title("c"))
                .flush()
                .contextWrite(Auditor.context("bob"))
                .block();
        assertThat(changed.updated(ARTICLE)).allSatisfy(article -> {
            assertThat(article.editor()).isEqualTo("bob");
            assertThat(article.updatedAt())
                    .isEqualTo(changed.inserted(ARTICLE).get(0).createdAt());
        });
    }
}
