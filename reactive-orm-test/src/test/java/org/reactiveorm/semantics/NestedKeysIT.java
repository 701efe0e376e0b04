package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Box_.BOX;
import static org.reactiveorm.semantics.Guardian_.GUARDIAN;
import static org.reactiveorm.semantics.Person_.PERSON;
import static org.reactiveorm.semantics.Place_.PLACE;
import static org.reactiveorm.semantics.Ward_.WARD;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Changes of related rows whose keys change in the same call, have several columns that may be NULL, or are of the same table. */
class NestedKeysIT {

    private static final PlaceId HERE = new PlaceId("h", 1, (short) 1);
    private static final PlaceId THERE = new PlaceId("h", 1, (short) 2);

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        orm.sql("""
                        insert into clubs values ('chess'), ('rugby');
                        insert into guardians values ('home'), ('old');
                        insert into clubs_guardians (guardian_code, club_name) values ('old', 'chess');
                        insert into wards (id, loyal_code, free_code, lodger_code) values (1, 'old', 'old', 'old');
                        insert into places values ('h', 1, 1, 'here'), ('h', 1, 2, 'there');
                        insert into boxes (content, hall, aisle, shelf) values
                          ('a', 'h', 1, 1), ('b', 'h', 1, 1), ('c', 'h', 1, 2), ('half', 'h', 1, null), ('none', null, null, null);
                        insert into people (id, name, active, boss_id) values
                          (1, 'ann', true, null), (2, 'bob', true, 1), (3, 'cid', true, 2);
                        insert into follows (follower_id, followed_id) values (1, 2), (2, 3)
                        """).execute().block();
    }

    private List<String> stored(String sql) {
        return orm.sql(sql).as(String.class).all().collectList().block();
    }

    private List<String> boxes() {
        return stored(
                "select content || coalesce(' ' || hall, '') || coalesce(aisle::text, '') || coalesce(shelf::text, '')"
                        + " from boxes order by id");
    }

    private List<String> follows() {
        return stored("select follower_id || '>' || followed_id from follows order by follower_id, followed_id");
    }

    private List<String> bosses() {
        return stored("select name || coalesce('<' || boss_id, '') from people order by id");
    }

    @SafeVarargs
    private Mono<Place> here(Change<Place>... changes) {
        return orm.update(PLACE).byId(HERE).set(changes).oneOrFail();
    }

    @SafeVarargs
    private Mono<Person> person(int id, Change<Person>... changes) {
        return orm.update(PERSON).byId(id).set(changes).oneOrFail();
    }

    @Test
    void linksFollowAKeyThatChangesInTheSameCall() {
        orm.update(GUARDIAN)
                .byId("old")
                .set(
                        GUARDIAN.clubs.connect("rugby", "chess"),
                        GUARDIAN.clubs.create(NewClub.name("golf")),
                        GUARDIAN.code.to("new"))
                .include(GUARDIAN.clubs)
                .oneOrFail()
                .as(StepVerifier::create)
                .assertNext(guardian -> assertThat(guardian.clubs())
                        .extracting(Club::name)
                        .containsExactlyInAnyOrder("chess", "rugby", "golf"))
                .verifyComplete();
        assertThat(stored("select loyal_code || coalesce(free_code, '-') || lodger_code from wards"))
                .containsExactly("new-home");
    }

    @Test
    void aRowKeepsItsOwnChangesWhenTheKeyThatItRefersToChanges() {
        orm.update(WARD)
                .byId(1)
                .set(WARD.loyal.update(GUARDIAN.code.to("new")), WARD.calm.connect("home"))
                .oneOrFail()
                .as(StepVerifier::create)
                .assertNext(
                        ward -> assertThat(List.of(String.valueOf(ward.loyalCode()), String.valueOf(ward.calmCode())))
                                .containsExactly("new", "home"))
                .verifyComplete();
    }

    @Test
    void rowsWithHalfAKeyAreNobodys() {
        here(PLACE.boxes.update(4L, BOX.content.to("x")))
                .as(StepVerifier::create)
                .verifyError(NotFoundException.class);
        here(PLACE.boxes.updateAll(Condition.always(), BOX.content.to("x"))).block();
        assertThat(boxes()).containsExactly("x h11", "x h11", "c h12", "half h1", "none");
        here(PLACE.boxes.set()).block();
        assertThat(boxes()).containsExactly("x", "x", "c h12", "half h1", "none");
    }

    @Test
    void allColumnsOfAKeyAreTakenAndLeftTogether() {
        here(PLACE.boxes.set(2L, 3L, 4L), PLACE.boxes.create(NewBox.content("new")))
                .block();
        assertThat(boxes()).containsExactly("a", "b h11", "c h11", "half h11", "none", "new h11");
        orm.update(BOX)
                .byId(5L)
                .set(BOX.place.connectOrCreate(THERE, NewPlace.id(THERE)))
                .one()
                .block();
        orm.update(BOX).byId(2L).set(BOX.place.disconnect()).one().block();
        assertThat(boxes()).containsExactly("a", "b", "c h11", "half h11", "none h12", "new h11");
        List<String> before = boxes();
        here(PLACE.boxes.connect(1L), PLACE.id.aisle.to(7))
                .as(StepVerifier::create)
                .verifyError(ForeignKeyViolationException.class);
        assertThat(boxes()).isEqualTo(before);
    }

    @Test
    void eachSideOfFollowingIsItsOwn() {
        person(1, PERSON.following.set(1, 3), PERSON.followers.connect(3)).block();
        assertThat(follows()).containsExactly("1>1", "1>3", "2>3", "3>1");
        person(3, PERSON.followers.set(2), PERSON.following.disconnect(2)).block();
        assertThat(follows()).containsExactly("1>1", "2>3", "3>1");
        person(3, PERSON.following.update(2, PERSON.name.to("x")))
                .as(StepVerifier::create)
                .verifyError(NotFoundException.class);
        person(2, PERSON.following.update(3, PERSON.following.update(1, PERSON.name.to("ANN"))))
                .block();
        assertThat(bosses()).containsExactly("ANN", "bob<1", "cid<2");
    }

    @Test
    void aTreeIsTurnedRound() {
        person(1, PERSON.boss.connect(2), PERSON.reports.disconnect(2)).block();
        assertThat(bosses()).containsExactly("ann<2", "bob", "cid<2");
        person(2, PERSON.reports.set(2)).block();
        assertThat(bosses()).containsExactly("ann", "bob<2", "cid");
        person(2, PERSON.boss.update(PERSON.name.to("BOB"), PERSON.reports.connect(3)))
                .block();
        assertThat(bosses()).containsExactly("ann", "BOB<2", "cid<2");
    }
}
