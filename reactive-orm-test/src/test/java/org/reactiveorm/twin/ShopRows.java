package org.reactiveorm.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.semantics.Address;
import org.reactiveorm.semantics.LineId;
import org.reactiveorm.semantics.Mark;
import org.reactiveorm.semantics.NewCategory;
import org.reactiveorm.semantics.NewDelivery;
import org.reactiveorm.semantics.NewLicence;
import org.reactiveorm.semantics.NewLine;
import org.reactiveorm.semantics.NewMark;
import org.reactiveorm.semantics.NewProduct;
import org.reactiveorm.semantics.NewPurchase;
import org.reactiveorm.semantics.NewShop;
import org.reactiveorm.semantics.Product;
import reactor.core.publisher.Flux;

/** Rows made at random: NULL in every column that takes it, ties, and parents without any children. */
final class ShopRows {

    private static final int CATEGORIES = 8;
    private static final int PRODUCTS = 40;
    private static final int PURCHASES = 15;
    private static final List<String> SHOPS = List.of("", "N", "n", "Ö", "x");
    private static final List<String> MARKS = List.of("A", "bb", "ccc", "dddd");

    private final ReactiveOrm orm;
    private final Random random;
    private final List<LineId> lineIds;

    ShopRows(ReactiveOrm orm, long seed) {
        this.orm = orm;
        this.random = new Random(seed);
        this.lineIds = lineIds(random);
    }

    void insert() {
        Flux.concat(
                        orm.insertAll(all(CATEGORIES, this::category)).all(),
                        orm.insertAll(all(SHOPS.size(), this::shop)).all(),
                        orm.insertAll(all(PRODUCTS, this::product)).all(),
                        orm.insertAll(MARKS.stream().map(NewMark::name).toList())
                                .all(),
                        orm.sql(
                                        "insert into product_marks (product_id, mark_id) select p.id, m.id from products p, marks m"
                                                + " where (p.id * 7 + length(m.name)) % 5 = 0")
                                .execute(),
                        orm.insertAll(all(PURCHASES, this::purchase)).all(),
                        orm.insertAll(lines()).all(),
                        orm.insertAll(deliveries()).all())
                .blockLast();
    }

    /** Which marks the products have in the database too. */
    static boolean isMarked(Product product, Mark mark) {
        return (product.id() * 7 + mark.name().length()) % 5 == 0;
    }

    private static <T> List<T> all(int number, IntFunction<T> make) {
        return IntStream.rangeClosed(1, number).mapToObj(make).toList();
    }

    private NewCategory category(int id) {
        return NewCategory.name(Domain.TEXT.sample(random) + id)
                .id(id)
                .parentId(id == 1 || random.nextInt(4) == 0 ? null : (Long) (1L + random.nextInt(id - 1)));
    }

    private NewShop shop(int number) {
        NewShop shop = NewShop.code(SHOPS.get(number - 1))
                .address(new Address("street", Domain.TEXT.sampleOrNull(random)))
                .motto(Domain.TEXT.sampleOrNull(random));
        return number % 2 == 0 ? shop : shop.licence(NewLicence.number(Domain.TEXT.sample(random)));
    }

    private NewProduct product(int id) {
        return NewProduct.name(Domain.TEXT.sample(random))
                .categoryId(1 + random.nextInt(CATEGORIES - 1))
                .id(id)
                .shopCode(random.nextInt(4) == 0 ? null : SHOPS.get(random.nextInt(SHOPS.size() - 1)))
                .note(Domain.TEXT.sampleOrNull(random))
                .stock(Domain.WHOLE.sampleOrNull(random))
                .rank(Domain.TINY.sampleOrNull(random))
                .sold(Domain.BIG.sampleOrNull(random))
                .price(Domain.DECIMAL.sample(random))
                .weight(Domain.REAL.sampleOrNull(random))
                .fragile(Domain.FLAG.sampleOrNull(random))
                .status(Domain.STATUS.sample(random))
                .grade(Domain.GRADE.sampleOrNull(random))
                .labels(Domain.LABELS.sampleOrNull(random))
                .sizes(Domain.SIZES.sampleOrNull(random))
                .since(Domain.DAY.sampleOrNull(random));
    }

    private NewPurchase purchase(int id) {
        return NewPurchase.create()
                .id(id)
                .buyer(Domain.TEXT.sampleOrNull(random))
                .createdAt(Domain.INSTANT.sample(random))
                .updatedAt(Instant.EPOCH);
    }

    /** Up to six for each purchase. */
    private List<NewLine> lines() {
        List<NewLine> lines = new ArrayList<>();
        for (LineId id : lineIds) {
            lines.add(NewLine.quantity(Domain.WHOLE.sample(random))
                    .purchaseId(id.purchaseId())
                    .productId(id.productId())
                    .remark(Domain.TEXT.sampleOrNull(random)));
        }
        return lines;
    }

    private static List<LineId> lineIds(Random random) {
        Set<LineId> ids = new LinkedHashSet<>();
        for (int purchase = 1; purchase <= PURCHASES; purchase++) {
            for (int i = random.nextInt(7); i > 0; i--) {
                ids.add(new LineId(purchase, 1 + random.nextInt(PRODUCTS)));
            }
        }
        return List.copyOf(ids);
    }

    /** One in five has no line, one in five half the key of one. */
    private List<NewDelivery> deliveries() {
        return all(50, id -> {
            LineId line = lineIds.get(random.nextInt(lineIds.size()));
            NewDelivery delivery =
                    NewDelivery.amount(Domain.WHOLE.sample(random)).id(id);
            @Nullable Integer purchase = id % 5 == 0 ? null : (Integer) line.purchaseId();
            @Nullable Long product = id % 5 < 2 ? null : (Long) line.productId();
            return delivery.linePurchase(purchase).lineProduct(product);
        });
    }
}
