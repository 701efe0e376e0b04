package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Club_.CLUB;
import static org.reactiveorm.semantics.Guardian_.GUARDIAN;
import static org.reactiveorm.semantics.Ward_.WARD;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.schema.SchemaDifference;
import org.reactiveorm.schema.SchemaDifference.Kind;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Each action, when the row that is referred to is deleted and when its key changes. */
class ReferentialActionsIT {

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(GUARDIAN, WARD, CLUB).perTest();

    private ReactiveOrm orm;

    /** What is done to the guardian that a ward refers to. */
    enum Event {
        DELETE(orm -> orm.delete(GUARDIAN).byId("old").count()),
        UPDATE(orm ->
                orm.update(GUARDIAN).byId("old").set(GUARDIAN.code.to("new")).count());

        private final Function<ReactiveOrm, Mono<Long>> change;

        Event(Function<ReactiveOrm, Mono<Long>> change) {
            this.change = change;
        }
    }

    @BeforeEach
    void fill() {
        orm = database.orm();
        orm.insertAll(List.of(NewGuardian.code("home"), NewGuardian.code("old")))
                .all()
                .blockLast();
    }

    private void refer(TextColumn<Ward> key) {
        orm.insert(WARD.draft().set(WARD.id.to(1), key.to("old"))).one().block();
    }

    private void done(Event event) {
        StepVerifier.create(event.change.apply(orm)).expectNext(1L).verifyComplete();
    }

    private void refused(Event event, String relation, String sqlState) {
        StepVerifier.create(event.change.apply(orm))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(ForeignKeyViolationException.class, violation -> {
                            assertThat(violation)
                                    .hasMessageStartingWith("A Guardian cannot be deleted or change its key: "
                                            + relation + " still refers to it");
                            assertThat(violation.context().relation()).isEqualTo(relation);
                            assertThat(violation.context().entity()).isEqualTo("Guardian");
                            assertThat(violation.context().sqlState()).isEqualTo(sqlState);
                        }));
        assertThat(orm.find(GUARDIAN).byId("old").exists().block()).isTrue();
        assertThat(ward()).isNotNull();
    }

    private Ward ward() {
        return orm.find(WARD).byId(1).one().block();
    }

    @ParameterizedTest
    @EnumSource
    void noActionRefuses(Event event) {
        refer(WARD.calmCode);
        refused(event, "Ward.calm", "23503");
    }

    @ParameterizedTest
    @EnumSource
    void restrictRefusesAtOnce(Event event) {
        refer(WARD.strictCode);
        refused(event, "Ward.strict", "23001");
    }

    @Test
    void cascadeDeletes() {
        refer(WARD.loyalCode);
        done(Event.DELETE);
        assertThat(ward()).isNull();
    }

    @Test
    void cascadeFollows() {
        refer(WARD.loyalCode);
        done(Event.UPDATE);
        assertThat(ward().loyalCode()).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource
    void setNullForgets(Event event) {
        refer(WARD.freeCode);
        done(event);
        assertThat(ward().freeCode()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void setDefaultFallsBack(Event event) {
        refer(WARD.lodgerCode);
        done(event);
        assertThat(ward().lodgerCode()).isEqualTo("home");
    }

    @ParameterizedTest
    @EnumSource
    void setDefaultRefusesWhereNothingHasTheDefault(Event event) {
        refer(WARD.lodgerCode);
        orm.delete(GUARDIAN).byId("home").count().block();
        StepVerifier.create(event.change.apply(orm))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ForeignKeyViolationException.class)
                        .hasMessageStartingWith("Ward.lodger refers to a Guardian that does not exist"));
        assertThat(ward().lodgerCode()).isEqualTo("old");
    }

    @Test
    void linksGoWithTheirRowAndFollowItsKeyAsTheirSideSays() {
        join();
        done(Event.UPDATE);
        assertThat(members("chess")).containsExactly("new");
        orm.delete(GUARDIAN).byId("new").count().block();
        assertThat(members("chess")).isEmpty();
        assertThat(orm.delete(CLUB).byId("chess").count().block()).isEqualTo(1);
    }

    @Test
    void linksKeepTheirRowAndItsKeyAsTheOtherSideSays() {
        join();
        StepVerifier.create(orm.delete(CLUB).byId("chess").count())
                .verifyErrorSatisfies(error -> refusesAClub(error, "23001"));
        StepVerifier.create(
                        orm.update(CLUB).byId("chess").set(CLUB.name.to("go")).count())
                .verifyErrorSatisfies(error -> refusesAClub(error, "23503"));
        assertThat(members("chess")).containsExactly("old");
    }

    @Test
    void aLinkToNothingNamesTheRelationThatLeadsThere() {
        StepVerifier.create(orm.sql("insert into clubs_guardians (guardian_code, club_name) values ('old', 'none')")
                        .execute())
                .verifyErrorSatisfies(error -> {
                    assertThat(error)
                            .hasMessageStartingWith(
                                    "Guardian.clubs links a Club that does not exist (constraint clubs_guardians_club_name_fkey)");
                    assertThat(((ForeignKeyViolationException) error).context().relation())
                            .isEqualTo("Guardian.clubs");
                });
    }

    private static void refusesAClub(Throwable error, String sqlState) {
        assertThat(error).isInstanceOfSatisfying(ForeignKeyViolationException.class, violation -> {
            assertThat(violation)
                    .hasMessageStartingWith("A Club cannot be deleted or change its key: Club.members still links it");
            assertThat(violation.context().relation()).isEqualTo("Club.members");
            assertThat(violation.context().sqlState()).isEqualTo(sqlState);
        });
    }

    private void join() {
        orm.insert(NewClub.name("chess")).one().block();
        orm.sql("insert into clubs_guardians (guardian_code, club_name) values ('old', 'chess')")
                .execute()
                .block();
    }

    private List<String> members(String club) {
        return orm.find(CLUB).byId(club).include(CLUB.members).one().block().members().stream()
                .map(Guardian::code)
                .toList();
    }

    @Test
    void allOfThemAreInTheSchemaAndHeldAgainstIt() {
        assertThat(orm.schema().validate().block().differences())
                .filteredOn(difference -> List.of("wards", "clubs_guardians").contains(difference.table()))
                .isEmpty();
        orm.sql("alter table wards drop constraint wards_strict_code_fkey")
                .execute()
                .block();
        orm.sql("alter table wards add foreign key (strict_code) references guardians")
                .execute()
                .block();
        orm.sql("alter table clubs_guardians drop constraint clubs_guardians_club_name_fkey")
                .execute()
                .block();
        orm.sql("alter table clubs_guardians add foreign key (club_name) references clubs on delete cascade")
                .execute()
                .block();
        assertThat(orm.schema().validate().block().differences())
                .filteredOn(difference -> difference.kind() == Kind.DIFFERENT_FOREIGN_KEY_ACTION)
                .extracting(SchemaDifference::expected, SchemaDifference::found)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("on delete restrict on update restrict", "no action"),
                        org.assertj.core.groups.Tuple.tuple("on delete restrict", "on delete cascade"));
    }
}
