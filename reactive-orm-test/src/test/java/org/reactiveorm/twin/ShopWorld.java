package org.reactiveorm.twin;

import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Delivery_.DELIVERY;
import static org.reactiveorm.semantics.Licence_.LICENCE;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.Expression;
import org.reactiveorm.semantics.Category;
import org.reactiveorm.semantics.Delivery;
import org.reactiveorm.semantics.Licence;
import org.reactiveorm.semantics.Line;
import org.reactiveorm.semantics.Mark;
import org.reactiveorm.semantics.Product;
import org.reactiveorm.semantics.Purchase;
import org.reactiveorm.semantics.Shop;

/**
 * All rows of the shop's tables, joined in memory by their keys: relations of every kind, required and optional, to itself,
 * one to one, many to many, and by keys of two columns.
 */
final class ShopWorld {

    private final Rows<Category> categories;
    private final Rows<Product> products;
    private final Rows<Shop> shops;
    private final Rows<Licence> licences;
    private final Rows<Line> lines;
    private final Rows<Purchase> purchases;
    private final Rows<Delivery> deliveries;
    private final Rows<Mark> marks;

    private ShopWorld(ReactiveOrm orm) {
        categories = Rows.read(orm, CATEGORY, value(CATEGORY.id, Category::id, Domain.BIG));
        products = Rows.read(orm, PRODUCT, value(PRODUCT.id, Product::id, Domain.BIG));
        shops = Rows.read(orm, SHOP, value(SHOP.code, Shop::code, Domain.TEXT));
        licences = Rows.read(orm, LICENCE, value(LICENCE.shopCode, Licence::shopCode, Domain.TEXT));
        lines = Rows.read(
                orm,
                LINE,
                value(
                        LINE.text("? || '/' || ?", LINE.id.purchaseId, LINE.id.productId),
                        line -> line.id().purchaseId() + "/" + line.id().productId(),
                        Domain.TEXT));
        purchases = Rows.read(orm, PURCHASE, value(PURCHASE.id, Purchase::id, Domain.WHOLE));
        deliveries = Rows.read(orm, DELIVERY, value(DELIVERY.id, Delivery::id, Domain.BIG));
        marks = Rows.read(orm, MARK, value(MARK.name, Mark::name, Domain.TEXT));
    }

    static void fill(ReactiveOrm orm, long seed) {
        CodePoints.assumeOrder(orm);
        new ShopRows(orm, seed).insert();
    }

    /** The rows that are seen. */
    static ShopWorld read(ReactiveOrm orm) {
        return new ShopWorld(orm);
    }

    Vocabulary<Category> categories() {
        return new Vocabulary<>(
                categories,
                List.of(
                        value(CATEGORY.id, Category::id, Domain.BIG),
                        value(CATEGORY.name, Category::name, Domain.TEXT),
                        value(CATEGORY.parentId, Category::parentId, Domain.BIG)),
                List.of(new ToOneTwin<>(
                        CATEGORY.parent,
                        row -> one(categories, parent -> isEqual(parent.id(), row.parentId())),
                        row -> row.parentId() != null,
                        Category::parent,
                        this::categories)),
                List.of(
                        new ToManyTwin<>(
                                CATEGORY.children,
                                row -> all(categories, child -> isEqual(row.id(), child.parentId())),
                                Category::children,
                                this::categories),
                        new ToManyTwin<>(
                                CATEGORY.products,
                                row -> all(products, product -> product.categoryId() == row.id()),
                                Category::products,
                                this::products)));
    }

    Vocabulary<Product> products() {
        return new Vocabulary<>(
                products,
                List.of(
                        value(PRODUCT.id, Product::id, Domain.BIG),
                        value(PRODUCT.name, Product::name, Domain.TEXT),
                        value(PRODUCT.note, Product::note, Domain.TEXT),
                        value(PRODUCT.stock, Product::stock, Domain.WHOLE),
                        value(PRODUCT.rank, Product::rank, Domain.TINY),
                        value(PRODUCT.sold, Product::sold, Domain.BIG),
                        value(PRODUCT.price, Product::price, Domain.DECIMAL),
                        value(PRODUCT.weight, Product::weight, Domain.REAL),
                        value(PRODUCT.fragile, Product::fragile, Domain.FLAG),
                        value(PRODUCT.status, Product::status, Domain.STATUS),
                        value(PRODUCT.grade, Product::grade, Domain.GRADE),
                        value(PRODUCT.labels, Product::labels, Domain.LABELS),
                        value(PRODUCT.sizes, Product::sizes, Domain.SIZES),
                        value(PRODUCT.since, Product::since, Domain.DAY),
                        value(PRODUCT.shopCode, Product::shopCode, Domain.TEXT)),
                List.of(
                        new ToOneTwin<>(
                                PRODUCT.category,
                                row -> one(categories, category -> category.id() == row.categoryId()),
                                row -> true,
                                Product::category,
                                this::categories),
                        new ToOneTwin<>(
                                PRODUCT.shop,
                                row -> one(shops, shop -> isEqual(shop.code(), row.shopCode())),
                                row -> row.shopCode() != null,
                                Product::shop,
                                this::shops)),
                List.of(
                        new ToManyTwin<>(
                                PRODUCT.marks,
                                row -> all(marks, mark -> ShopRows.isMarked(row, mark)),
                                Product::marks,
                                this::marks),
                        new ToManyTwin<>(
                                PRODUCT.lines,
                                row -> all(lines, line -> line.id().productId() == row.id()),
                                Product::lines,
                                this::lines)));
    }

    Vocabulary<Shop> shops() {
        return new Vocabulary<>(
                shops,
                List.of(
                        value(SHOP.code, Shop::code, Domain.TEXT),
                        value(SHOP.motto, Shop::motto, Domain.TEXT),
                        value(SHOP.address.city, row -> row.address().city(), Domain.TEXT)),
                List.of(new ToOneTwin<>(
                        SHOP.licence,
                        row -> one(licences, licence -> licence.shopCode().equals(row.code())),
                        row -> true,
                        Shop::licence,
                        this::licences)),
                List.of(new ToManyTwin<>(
                        SHOP.products,
                        row -> all(products, product -> isEqual(row.code(), product.shopCode())),
                        Shop::products,
                        this::products)));
    }

    Vocabulary<Licence> licences() {
        return new Vocabulary<>(
                licences,
                List.of(value(LICENCE.number, Licence::number, Domain.TEXT)),
                List.of(new ToOneTwin<>(
                        LICENCE.shop,
                        row -> one(shops, shop -> shop.code().equals(row.shopCode())),
                        row -> true,
                        Licence::shop,
                        this::shops)),
                List.of());
    }

    Vocabulary<Line> lines() {
        return new Vocabulary<>(
                lines,
                List.of(
                        value(LINE.id.purchaseId, row -> row.id().purchaseId(), Domain.WHOLE),
                        value(LINE.id.productId, row -> row.id().productId(), Domain.BIG),
                        value(LINE.quantity, Line::quantity, Domain.WHOLE),
                        value(LINE.remark, Line::remark, Domain.TEXT)),
                List.of(
                        new ToOneTwin<>(
                                LINE.purchase,
                                row -> one(
                                        purchases,
                                        purchase -> purchase.id() == row.id().purchaseId()),
                                row -> true,
                                Line::purchase,
                                this::purchases),
                        new ToOneTwin<>(
                                LINE.product,
                                row -> one(
                                        products,
                                        product -> product.id() == row.id().productId()),
                                row -> true,
                                Line::product,
                                this::products)),
                List.of(new ToManyTwin<>(
                        LINE.deliveries,
                        row -> all(deliveries, delivery -> isOf(row, delivery)),
                        Line::deliveries,
                        this::deliveries)));
    }

    Vocabulary<Purchase> purchases() {
        return new Vocabulary<>(
                purchases,
                List.of(
                        value(PURCHASE.id, Purchase::id, Domain.WHOLE),
                        value(PURCHASE.buyer, Purchase::buyer, Domain.TEXT),
                        value(PURCHASE.createdAt, Purchase::createdAt, Domain.INSTANT)),
                List.of(),
                List.of(new ToManyTwin<>(
                        PURCHASE.lines,
                        row -> all(lines, line -> line.id().purchaseId() == row.id()),
                        Purchase::lines,
                        this::lines)));
    }

    Vocabulary<Delivery> deliveries() {
        return new Vocabulary<>(
                deliveries,
                List.of(
                        value(DELIVERY.id, Delivery::id, Domain.BIG),
                        value(DELIVERY.amount, Delivery::amount, Domain.WHOLE),
                        value(DELIVERY.linePurchase, Delivery::linePurchase, Domain.WHOLE)),
                List.of(new ToOneTwin<>(
                        DELIVERY.line,
                        row -> one(lines, line -> isOf(line, row)),
                        row -> row.linePurchase() != null && row.lineProduct() != null,
                        Delivery::line,
                        this::lines)),
                List.of());
    }

    Vocabulary<Mark> marks() {
        return new Vocabulary<>(
                marks,
                List.of(value(MARK.name, Mark::name, Domain.TEXT)),
                List.of(),
                List.of(new ToManyTwin<>(
                        MARK.products,
                        row -> all(products, product -> ShopRows.isMarked(product, row)),
                        Mark::products,
                        this::products)));
    }

    private static <E, T> Value<E, E, T> value(
            Expression<E, T> expression, Function<E, @Nullable T> inMemory, Domain<T> domain) {
        return new Value<>(expression, inMemory, domain);
    }

    private static <C> List<C> all(Rows<C> rows, Predicate<C> isRelated) {
        return rows.inMemory().stream().filter(isRelated).toList();
    }

    private static <C> @Nullable C one(Rows<C> rows, Predicate<C> isRelated) {
        return rows.inMemory().stream().filter(isRelated).findFirst().orElse(null);
    }

    private static boolean isOf(Line line, Delivery delivery) {
        return isEqual(line.id().purchaseId(), delivery.linePurchase())
                && isEqual(line.id().productId(), delivery.lineProduct());
    }

    /** A key and a foreign key, which may be null. */
    private static <K> boolean isEqual(K key, @Nullable K foreignKey) {
        return key.equals(foreignKey);
    }
}
