package org.reactiveorm.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Line_.LINE;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.semantics.Line;
import org.reactiveorm.semantics.LineId;
import reactor.core.publisher.Mono;

/** Conditions made at random, through up to three relations, hold for the same rows in the database and in memory. */
class RandomConditionsIT {

    private static final long SEED = 20_240_229;
    private static final int CASES = 150;
    private static final int DEPTH = 3;

    @RegisterExtension
    static final ShopDatabase shop = new ShopDatabase(SEED);

    static <E> void assertAgreement(Vocabulary<E> of) {
        assertThat(of.rows().inMemory()).isNotEmpty();
        Rows.assertAgreement(LongStream.range(SEED, SEED + CASES)
                .<Supplier<Mono<Void>>>mapToObj(seed -> () -> of.rows()
                        .assertAgrees("seed " + seed, new RandomConditions(new Random(seed)).condition(of, DEPTH))));
    }

    @Test
    void conditionsOnATree() {
        assertAgreement(shop.world().categories());
    }

    @Test
    void conditionsOnRowsWithEveryKindOfColumnAndRelation() {
        assertAgreement(shop.world().products());
    }

    @Test
    void conditionsOnRowsWithANaturalKey() {
        assertAgreement(shop.world().shops());
    }

    @Test
    void conditionsOnRowsWithACompositeKey() {
        assertAgreement(shop.world().lines());
    }

    @Test
    void conditionsOnRowsWithACompositeForeignKey() {
        assertAgreement(shop.world().deliveries());
    }

    @Test
    void conditionsOnBothSidesOfAManyToMany() {
        assertAgreement(shop.world().marks());
    }

    @Test
    void conditionsOnTheParentsOfAJoinTableWithColumns() {
        assertAgreement(shop.world().purchases());
    }

    @Test
    void valuesAreReadAndComputedThroughRelations() {
        Stream<Vocabulary<?>> entities = Stream.of(
                shop.world().categories(),
                shop.world().products(),
                shop.world().shops(),
                shop.world().lines(),
                shop.world().deliveries());
        Rows.assertAgreement(entities.flatMap(entity -> LongStream.range(SEED, SEED + CASES)
                .<Supplier<Mono<Void>>>mapToObj(seed -> () -> computed(entity, seed))));
    }

    static <E> Mono<Void> computed(Vocabulary<E> of, long seed) {
        return of.rows().assertComputes("seed " + seed, new RandomConditions(new Random(seed)).value(of, DEPTH));
    }

    @Test
    void rowsAreFoundByIdsOfTwoColumns() {
        List<LineId> present =
                shop.world().lines().rows().inMemory().stream().map(Line::id).toList();
        LineId unknown = new LineId(present.get(0).purchaseId(), -1);
        Rows.assertAgreement(Stream.of(
                        List.<LineId>of(),
                        present,
                        present.subList(3, 9),
                        List.of(present.get(5), unknown),
                        List.of(unknown))
                .<Supplier<Mono<Void>>>map(ids -> () -> shop.world()
                        .lines()
                        .rows()
                        .assertAgrees(
                                ids, new Twin<>(LINE.hasIdIn(ids), line -> ThreeValued.of(ids.contains(line.id()))))));
    }
}
