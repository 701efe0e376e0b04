package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Article_.ARTICLE;
import static org.reactiveorm.semantics.Revision_.REVISION;
import static org.reactiveorm.semantics.Verdict_.VERDICT;
import static org.reactiveorm.semantics.Vote_.VOTE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.ReactiveOrmBuilder;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.New;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.StatementLog;
import org.reactiveorm.write.Auditor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** When and by whom rows are written. */
class AuditIT {

    private static final Instant START = Instant.parse("2026-10-25T00:59:59.999999999Z");

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private final StatementLog sent = new StatementLog();
    private final AtomicLong ticks = new AtomicLong();
    private ReactiveOrm orm;

    @BeforeEach
    void open() {
        orm = builder().build();
    }

    /** Its clock goes on by a second whenever somebody looks at it. */
    private ReactiveOrmBuilder builder() {
        InstantSource ticking = () -> START.plusSeconds(ticks.getAndIncrement());
        return ReactiveOrm.builder(database.connections())
                .statements(sent)
                .transactions(sent)
                .clock(ticking.withZone(ZoneOffset.UTC));
    }

    private static Instant moment(long tick) {
        return Instant.parse("2026-10-25T00:59:59.999999Z").plusSeconds(tick);
    }

    private static <T> T as(Object auditor, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(Auditor.context(auditor)).block());
    }

    private Article article(String title, String auditor) {
        return as(auditor, orm.insert(NewArticle.title(title)).oneOrFail());
    }

    @Test
    void anInsertSetsBothColumnsToTheAuditorOfTheContext() {
        Article article = article("a", "alice");
        assertThat(article.author()).isEqualTo("alice");
        assertThat(article.editor()).isEqualTo("alice");
        assertThat(sent).hasCount(1).hasNoTransaction();
        assertThat(orm.find(ARTICLE).byId(article.id()).one().block()).isEqualTo(article);
    }

    @Test
    void everyUpdateSetsTheEditorAndLeavesTheAuthor() {
        Article article = article("a", "alice");
        article("b", "alice");
        Article changed = as(
                "bob",
                orm.update(ARTICLE)
                        .byId(article.id())
                        .set(ARTICLE.title.to("c"))
                        .oneOrFail());
        assertThat(changed.author()).isEqualTo("alice");
        assertThat(changed.editor()).isEqualTo("bob");
        assertThat(as(
                        "carol",
                        orm.update(ARTICLE)
                                .everything()
                                .set(ARTICLE.title.to("d"))
                                .count()))
                .isEqualTo(2);
        assertThat(orm.find(ARTICLE).all().collectList().block())
                .allSatisfy(each -> assertThat(each.editor()).isEqualTo("carol"))
                .allSatisfy(each -> assertThat(each.updatedAt()).isEqualTo(moment(3)))
                .allSatisfy(each -> assertThat(each.author()).isEqualTo("alice"));
    }

    @Test
    void anUpdateByNobodyForgetsTheEditor() {
        Article article = article("a", "alice");
        Article changed = orm.update(ARTICLE)
                .byId(article.id())
                .set(ARTICLE.title.to("c"))
                .oneOrFail()
                .block();
        assertThat(changed.author()).isEqualTo("alice");
        assertThat(changed.editor()).isNull();
    }

    @Test
    void anUpdateThatChangesNothingNeedsNoAuditor() {
        Article article = article("a", "alice");
        Revision revision = as(
                "alice",
                orm.insert(NewRevision.text("r").articleId(article.id())).oneOrFail());
        assertThat(orm.update(REVISION).byId(revision.id()).one().block()).isEqualTo(revision);
    }

    @Test
    void whatIsGivenWins() {
        Article article = as(
                "alice",
                orm.insert(NewArticle.title("a").author("x").editor(null).createdAt(Instant.EPOCH))
                        .oneOrFail());
        assertThat(article.author()).isEqualTo("x");
        assertThat(article.editor()).isNull();
        assertThat(article.createdAt()).isEqualTo(Instant.EPOCH);
        assertThat(article.updatedAt()).isEqualTo(moment(0));
        Article changed = as(
                "bob",
                orm.update(ARTICLE)
                        .byId(article.id())
                        .set(ARTICLE.author.to("y"), ARTICLE.editor.to("z"))
                        .oneOrFail());
        assertThat(changed.author()).isEqualTo("y");
        assertThat(changed.editor()).isEqualTo("z");
    }

    @Test
    void aRequiredAuditorThatIsMissingFailsBeforeAnythingIsSent() {
        StepVerifier.create(orm.insert(NewArticle.title("a")).one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessage(
                                "Article.author needs to know who is at work, but nobody is named. Give it a value, name somebody with contextWrite(Auditor.context(…)), give the builder of ReactiveOrm an auditor, or mark the component @Nullable.")
                        .extracting(
                                each -> ((InvalidQueryException) each).context().properties())
                        .isEqualTo(List.of("author")));
        StepVerifier.create(orm.update(REVISION)
                        .everything()
                        .set(REVISION.text.to("x"))
                        .count())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("Revision.writer needs to know"));
        StepVerifier.create(orm.insert(NewArticle.title("a").author("x").revisions(NewRevision.text("r")))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("Revision.writer needs to know"));
        assertThat(sent).isEmpty();
    }

    @Test
    void anAuditorOfTheWrongTypeFailsBeforeAnythingIsSent() {
        StepVerifier.create(orm.insert(NewArticle.title("a"))
                        .one()
                        .contextWrite(Auditor.context(UUID.fromString("00000000-0000-0000-0000-000000000001"))))
                .verifyErrorSatisfies(
                        error -> assertThat(error)
                                .isInstanceOf(InvalidQueryException.class)
                                .hasMessage(
                                        "The auditor '00000000-0000-0000-0000-000000000001' (UUID) does not fit Article.author: expected String, but got java.util.UUID."));
        StepVerifier.create(orm.update(VERDICT)
                        .everything()
                        .set(VERDICT.judge.to((UUID) null))
                        .count()
                        .contextWrite(Auditor.context("BEST")))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("The auditor 'BEST' (String) does not fit Verdict.grade"));
        assertThat(sent).isEmpty();
    }

    @Test
    void nobodyIsNamedByNull() {
        assertThatThrownBy(() -> Auditor.context(null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("The auditor is null");
        assertThatThrownBy(() -> builder().auditor(null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("The auditor is null");
    }

    @Test
    void auditorsHaveTheTypesOfTheirColumns() {
        orm.insert(NewPerson.id(7).name("p").active(true)).one().block();
        Vote vote = as(7L, orm.insert(NewVote.create()).include(VOTE.voter).oneOrFail());
        assertThat(vote.voterId()).isEqualTo(7);
        assertThat(vote.voter().get().name()).isEqualTo("p");
        assertThat(vote.history().updatedBy()).isEqualTo(7L);
        assertThat(as(
                                8,
                                orm.update(VOTE)
                                        .byId(vote.id())
                                        .set(VOTE.voterId.to(7))
                                        .oneOrFail())
                        .history())
                .isEqualTo(new Vote.History(
                        vote.history().createdAt(), LocalDateTime.ofInstant(moment(2), ZoneOffset.UTC), 8L));
        UUID judge = UUID.randomUUID();
        assertThat(as(judge, orm.insert(NewVerdict.create().grade(null)).oneOrFail())
                        .judge())
                .isEqualTo(judge);
        Verdict graded =
                as(Grade.BEST, orm.insert(NewVerdict.create().judge(judge)).oneOrFail());
        assertThat(graded.grade()).isEqualTo(Grade.BEST);
        assertThat(orm.insert(NewVerdict.create()).one().block().judge()).isNull();
    }

    @Test
    void aNestedInsertHasOneMomentAndOneAuditor() {
        Article article = as(
                "alice",
                orm.insert(NewArticle.title("a").revisions(NewRevision.text("1"), NewRevision.text("2")))
                        .include(ARTICLE.revisions)
                        .oneOrFail());
        assertThat(article.createdAt()).isEqualTo(moment(0)).isEqualTo(article.updatedAt());
        assertThat(article.revisions())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.writtenAt().toInstant()).isEqualTo(moment(0)))
                .allSatisfy(each -> assertThat(each.writer()).isEqualTo("alice"));
        assertThat(ticks).hasValue(1);
    }

    @Test
    void aBatchHasOneMomentAlsoWhereItTakesManyStatements() {
        orm.insert(NewPerson.id(1).name("p").active(true)).one().block();
        ticks.set(0);
        List<New<Article>> drafts = new ArrayList<>();
        for (int columns = 0; columns < 64; columns++) {
            drafts.add(differing(columns));
        }
        List<Article> articles = as("alice", orm.insertAll(drafts).all().collectList());
        assertThat(articles).hasSize(64);
        assertThat(articles)
                .filteredOn(each -> each.createdAt().equals(moment(0)))
                .hasSize(32);
        assertThat(articles)
                .filteredOn(each -> each.updatedAt().equals(moment(0)))
                .hasSize(32);
        assertThat(articles).filteredOn(each -> "alice".equals(each.author())).hasSize(32);
        assertThat(ticks).hasValue(1);
    }

    /** One of many sets of columns, of which more than 32 are several statements. */
    private static New<Article> differing(int columns) {
        var article = NewArticle.title("t" + columns);
        article = (columns & 1) == 0 ? article : article.createdAt(Instant.EPOCH);
        article = (columns & 2) == 0 ? article : article.updatedAt(Instant.EPOCH);
        article = (columns & 4) == 0 ? article : article.author("x");
        article = (columns & 8) == 0 ? article : article.editor("x");
        return (columns & 16) == 0 ? article : article.id(1000 + columns);
    }

    @Test
    void aTransactionHasAMomentForEachOfItsOperations() {
        Flux<Article> both = Flux.concat(
                orm.insert(NewArticle.title("1")).one(),
                orm.insert(NewArticle.title("2")).one());
        List<Article> articles = as("alice", orm.transaction(both).collectList());
        assertThat(articles).extracting(Article::createdAt).containsExactly(moment(0), moment(1));
        assertThat(sent).hasCount(2).hasCommitted(1);
    }

    @Test
    void eachSubscriptionIsAnOperationOfItsOwn() {
        Mono<Article> insert = orm.insert(NewArticle.title("1")).oneOrFail();
        assertThat(ticks).hasValue(0);
        assertThat(as("alice", insert).createdAt()).isEqualTo(moment(0));
        Article second = as("bob", insert);
        assertThat(second.createdAt()).isEqualTo(moment(1));
        assertThat(second.author()).isEqualTo("bob");
    }

    @Test
    void theInnermostAuditorWins() {
        Mono<Article> inner = orm.insert(NewArticle.title("1")).oneOrFail().contextWrite(Auditor.context("inner"));
        assertThat(as("outer", orm.transaction(inner)).author()).isEqualTo("inner");
        assertThat(as("outer", orm.transaction(orm.insert(NewArticle.title("2")).oneOrFail()))
                        .author())
                .isEqualTo("outer");
    }

    @Test
    void anApplicationMaySayWhoIsAtWork() {
        AtomicInteger asked = new AtomicInteger();
        ReactiveOrm own = builder()
                .auditor(() -> Mono.deferContextual(context -> Mono.just("user " + context.get("session")))
                        .delayElement(Duration.ofMillis(1))
                        .doOnNext(each -> asked.incrementAndGet()))
                .build();
        Article article = own.insert(NewArticle.title("a").revisions(NewRevision.text("1"), NewRevision.text("2")))
                .include(ARTICLE.revisions)
                .oneOrFail()
                .contextWrite(context -> context.put("session", 1))
                .block();
        assertThat(article.author()).isEqualTo("user 1");
        assertThat(article.revisions()).extracting(Revision::writer).containsOnly("user 1");
        assertThat(asked).hasValue(1);
        assertThat(own.update(ARTICLE)
                        .byId(article.id())
                        .set(ARTICLE.title.to("b"))
                        .oneOrFail()
                        .contextWrite(context -> context.put("session", 2))
                        .block()
                        .editor())
                .isEqualTo("user 2");
    }

    @Test
    void anApplicationsAuditorIsAskedWhenTheWriteIsSubscribed() {
        AtomicInteger asked = new AtomicInteger();
        ReactiveOrm own = builder()
                .auditor(() -> Mono.just("user " + asked.incrementAndGet()))
                .build();
        Mono<Article> insert = own.insert(NewArticle.title("a")).oneOrFail();
        assertThat(asked).hasValue(0);
        assertThat(insert.block().author()).isEqualTo("user 1");
        assertThat(insert.block().author()).isEqualTo("user 2");
        ReactiveOrm throwing = builder()
                .auditor(() -> {
                    throw new IllegalStateException("no session");
                })
                .build();
        StepVerifier.create(throwing.update(ARTICLE)
                        .everything()
                        .set(ARTICLE.title.to("b"))
                        .count())
                .verifyErrorMessage("no session");
    }

    @Test
    void anApplicationsAuditorMayKnowNobodyOrFail() {
        ReactiveOrm nobody = builder().auditor(Mono::empty).build();
        assertThat(nobody.insert(NewArticle.title("a").author("x"))
                        .one()
                        .block()
                        .editor())
                .isNull();
        ReactiveOrm failing = builder()
                .auditor(() -> Mono.error(new IllegalStateException("nobody is logged in")))
                .build();
        sent.clear();
        StepVerifier.create(failing.insert(NewArticle.title("a").author("x")).one())
                .verifyErrorMessage("nobody is logged in");
        assertThat(sent).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void anApplicationsAuditorMustNotAnswerNull() {
        ReactiveOrm forgetful = builder().auditor(() -> null).build();
        sent.clear();
        for (Mono<?> write : List.of(
                forgetful.insert(NewArticle.title("a")).one(),
                forgetful.insertAll(Flux.just(NewArticle.title("a"))).copy(),
                forgetful.batch().insert(NewArticle.title("a")).flush())) {
            StepVerifier.create(write)
                    .verifyErrorSatisfies(
                            error -> assertThat(error)
                                    .isInstanceOf(InvalidQueryException.class)
                                    .hasMessage(
                                            "The auditor has answered null instead of a Mono. Answer Mono.empty() where nobody is known."));
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void anAuditorMayBeReadFromTheDatabaseWithinTheSameTransaction() {
        orm.insert(NewPerson.id(1).name("reader").active(true)).one().block();
        ReactiveOrm own = builder()
                .auditor(() -> orm.find(Person_.PERSON).byId(1).one().map(Person::name))
                .build();
        sent.clear();
        assertThat(own.transaction(own.insert(NewArticle.title("a")).oneOrFail())
                        .block()
                        .author())
                .isEqualTo("reader");
        assertThat(sent).hasCount(2).hasCommitted(1);
    }

    @Test
    void momentsAreReadAgainAsTheyWereAnswered() {
        TimeZone before = TimeZone.getDefault();
        // the clock starts in the hour that Berlin has twice
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("Europe/Berlin")));
        try {
            orm.insert(NewPerson.id(7).name("p").active(true)).one().block();
            ticks.set(0);
            Article article = article("a", "alice");
            Revision revision = as(
                    "alice",
                    orm.insert(NewRevision.text("r").articleId(article.id())).oneOrFail());
            Vote vote = as(7, orm.insert(NewVote.create()).oneOrFail());
            assertThat(article.createdAt()).isEqualTo(moment(0));
            assertThat(revision.writtenAt()).isEqualTo(moment(1).atOffset(ZoneOffset.UTC));
            assertThat(vote.history().createdAt()).isEqualTo(LocalDateTime.ofInstant(moment(2), ZoneOffset.UTC));
            assertThat(orm.find(ARTICLE).byId(article.id()).one().block()).isEqualTo(article);
            assertThat(orm.find(REVISION).byId(revision.id()).one().block()).isEqualTo(revision);
            assertThat(orm.find(VOTE).byId(vote.id()).one().block()).isEqualTo(vote);
            assertThat(orm.find(ARTICLE)
                            .where(ARTICLE.createdAt.eq(article.createdAt()))
                            .count()
                            .block())
                    .isOne();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theSystemClockIsTheDefault() {
        Instant before = Instant.now().minusSeconds(60);
        Article article =
                as("alice", database.orm().insert(NewArticle.title("a")).oneOrFail());
        assertThat(article.createdAt())
                .isBetween(before, Clock.systemUTC().instant().plusSeconds(60));
        assertThat(database.orm().find(ARTICLE).byId(article.id()).one().block())
                .isEqualTo(article);
    }
}
