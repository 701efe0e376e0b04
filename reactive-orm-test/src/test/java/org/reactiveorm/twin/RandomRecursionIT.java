package org.reactiveorm.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Person_.PERSON;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.model.Many;
import org.reactiveorm.query.Include;
import org.reactiveorm.semantics.NewPerson;
import org.reactiveorm.semantics.Person;
import org.reactiveorm.test.OrmExtension;

/** Whoever follows whom at random: a recursive include loads what walking by hand comes by. */
class RandomRecursionIT {

    private static final long SEED = 20_240_702;
    private static final int CASES = 60;
    private static final int MOST_PEOPLE = 7;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    /** For each case, who follows whom. */
    private static final List<Map<Integer, TreeSet<Integer>>> followed =
            IntStream.range(0, CASES).mapToObj(RandomRecursionIT::someCase).toList();

    private static Map<Integer, TreeSet<Integer>> someCase(int number) {
        Random random = new Random(SEED + number);
        int people = 2 + random.nextInt(MOST_PEOPLE - 1);
        int first = number * 100;
        double density = random.nextDouble() * 0.6;
        Map<Integer, TreeSet<Integer>> follows = new TreeMap<>();
        for (int from = first; from < first + people; from++) {
            TreeSet<Integer> targets = new TreeSet<>();
            for (int to = first; to < first + people; to++) {
                if (random.nextDouble() < density) {
                    targets.add(to);
                }
            }
            follows.put(from, targets);
        }
        return follows;
    }

    @BeforeAll
    static void fill() {
        for (Map<Integer, TreeSet<Integer>> follows : followed) {
            database.orm()
                    .insertAll(follows.keySet().stream()
                            .map(id -> NewPerson.id(id).name("p").active(true))
                            .toList())
                    .all()
                    .then()
                    .block();
            follows.forEach((from, targets) -> targets.forEach(to -> database.orm()
                    .sql("insert into follows (follower_id, followed_id) values (:from, :to)")
                    .bind("from", from)
                    .bind("to", to)
                    .execute()
                    .block()));
        }
    }

    @Test
    void everyRootOfManyHasWhatWalkingFromItComesBy() {
        for (int i = 0; i < CASES; i++) {
            Map<Integer, TreeSet<Integer>> follows = followed.get(i);
            for (int depth : new int[] {2, 3, 4, 7, Integer.MAX_VALUE}) {
                Include<Person, Person> include =
                        PERSON.following.orderBy(PERSON.id.asc()).recursive(depth);
                assertThat(database.orm()
                                .find(PERSON)
                                .where(PERSON.id.in(follows.keySet()))
                                .orderBy(PERSON.id.asc())
                                .include(include)
                                .all()
                                .map(RandomRecursionIT::loaded)
                                .collectList()
                                .block())
                        .as("case %d, %d levels: %s", i, depth, follows)
                        .isEqualTo(follows.keySet().stream()
                                .map(root -> walked(root, depth, follows, new ArrayDeque<>()))
                                .toList());
            }
        }
    }

    /** {@code 1(2 3())}: nothing in brackets where nobody is followed, no brackets where nothing is loaded. */
    private static String loaded(Person person) {
        Many<Person> following = person.following();
        return following.isLoaded()
                ? brackets(person.id(), following.list(), RandomRecursionIT::loaded)
                : String.valueOf(person.id());
    }

    private static String walked(int person, int levels, Map<Integer, TreeSet<Integer>> follows, Deque<Integer> above) {
        if (levels == 0 || above.contains(person)) {
            return String.valueOf(person);
        }
        above.push(person);
        String walked = brackets(person, follows.get(person), next -> walked(next, levels - 1, follows, above));
        above.pop();
        return walked;
    }

    private static <T> String brackets(int person, Collection<T> next, Function<T, String> text) {
        return person + next.stream().map(text).collect(Collectors.joining(" ", "(", ")"));
    }
}
